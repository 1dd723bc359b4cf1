/** What is done otherwise than by the engine itself, each thing of which can be turned off: see README.md. */
export const SWITCHES = ['lazy', 'shapes', 'direct', 'batches', 'clearing', 'screen'] as const;
export type Switch = (typeof SWITCHES)[number];

/** The environment variable that names what is turned off in all models, separated by commas. */
export const VARIABLE = 'ENGINE_WITHOUT';

const isSwitch = (name: string): name is Switch => SWITCHES.some((known) => known === name);

/** What the environment turns off; in a browser there is none. */
export function turnedOff(): readonly Switch[] {
  const named = typeof process === 'undefined' ? undefined : process.env[VARIABLE];
  if (named === undefined || named === '') return [];
  return named.split(',').map((name) => {
    if (!isSwitch(name)) throw new Error(`${VARIABLE} names ${name}, which is none of ${SWITCHES.join(', ')}`);
    return name;
  });
}

const WITHOUT = 'without';

/** The part of a model's configuration that turns things off in it. */
export const turningOff = (switches: readonly Switch[]): { readonly [WITHOUT]: readonly Switch[] } => ({
  [WITHOUT]: switches,
});

/** Whether something is done in the model of this configuration (its part for others than the engine). */
export function isOn(custom: { readonly [WITHOUT]?: readonly Switch[] }, name: Switch): boolean {
  return custom[WITHOUT]?.includes(name) !== true;
}
