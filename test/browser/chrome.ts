import { type Browser, chromium } from 'playwright-core';
import { found } from '../machine.mjs';

/**
 * What a browser does that no scene needs. The later of two such lists holds, so that those of the driver stand here, too;
 * the last three each draw a page of the browser's own, under its address bar, in every new window.
 */
const features = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** Starts it so that it asks for nothing itself, and reaches nothing but this machine. */
export function launched(): Promise<Browser> {
  const path = found('Chromium');
  if (path === undefined) throw new Error('there is no Chromium on this machine');
  return chromium.launch({
    executablePath: path,
    // Scrollbars take room, as they do for users.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${features.join(',')}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      // A scene is over before what the slowest of the compilers makes ready has paid for the making.
      '--js-flags=--no-turbofan',
    ],
  });
}
