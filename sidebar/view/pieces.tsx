import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { View } from '../store/state';
import { useArrival, useDesk } from './context';
import { Icon, type IconName } from './icons';

interface HeadProps {
  readonly title: string;
  readonly back?: View;
  readonly children?: ComponentChildren;
}

/** A view's heading with the way back, and what belongs beside it. */
export function Head({ title, back, children }: HeadProps) {
  const { store, text } = useDesk();
  const heading = useArrival();
  return (
    <header class="head">
      {back && <IconButton icon="back" label={text.common.back} onClick={() => store.moving.go(back)} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

export function IconButton({ icon, label, onClick, disabled = false }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

interface ActionProps {
  readonly icon?: IconName;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly main?: boolean;
  /** For those who hear it, where its words alone do not say about what it is. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

export function Action({ icon, onClick, disabled = false, main = false, label, children }: ActionProps) {
  return (
    <button
      type="button"
      class={main ? 'button main' : 'button'}
      disabled={disabled}
      onClick={onClick}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </button>
  );
}

/** Something to look at or to settle, with a heading of its own. */
export function Panel({
  tone,
  title,
  children,
}: {
  readonly tone: 'plain' | 'warn' | 'bad';
  readonly title?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class={`panel ${tone}`} {...(title === undefined ? {} : { 'aria-label': title })}>
      {title !== undefined && (
        <h2>
          {tone !== 'plain' && <Icon name="warn" size={16} />} {title}
        </h2>
      )}
      {children}
    </section>
  );
}

/** How far something is, as a bar and in words. */
export function Progress({ done, of, label }: { readonly done: number; readonly of: number; readonly label: string }) {
  const share = of === 0 ? 0 : done / of;
  return (
    <div class="progress">
      <div
        class="bar"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        aria-valuetext={label}
        aria-label={label}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p class="small">{label}</p>
    </div>
  );
}

/**
 * A question over the view; the keyboard stays in it until it is answered, then goes back to where it was. Escape
 * answers with `onCancel`.
 */
export function Question({
  title,
  body,
  onCancel,
  children,
}: {
  readonly title: string;
  readonly body: string;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const box = dialog.current;
    const { activeElement } = document;
    if (box && !box.open) box.showModal();
    return () => {
      box?.close();
      if (activeElement instanceof HTMLElement) activeElement.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={id}>{title}</h2>
      <p>{body}</p>
      <div class="stack">{children}</div>
    </dialog>
  );
}

/** How long what was done stays in sight, in milliseconds; it can still be taken back from the change log after that. */
const stays = { said: 8000, withUndo: 60_000 };

/** What was done last with a way back, what went wrong, and what is under way; read aloud as it changes. */
export function Messages() {
  const { store, state, text } = useDesk();
  const { notice, trouble, busy, unread } = state;
  const isHeld = useRef(false);
  useEffect(() => {
    if (notice === undefined) return;
    isHeld.current = false;
    // Whoever points at it, or is in it with the keyboard, is not done with it.
    const timer = setInterval(
      () => {
        if (!isHeld.current) store.acts.dismissNotice();
      },
      notice.undo ? stays.withUndo : stays.said,
    );
    return () => clearInterval(timer);
  }, [notice]);
  const hold = (): void => {
    isHeld.current = true;
  };
  const letGo = (): void => {
    isHeld.current = false;
  };
  const troubleText =
    trouble === undefined ? undefined : trouble.kind === 'said' ? trouble.message : text.trouble[trouble.kind];
  const unreadText =
    unread &&
    { offline: text.trouble.offlineReading, barred: text.trouble.barred, failed: text.trouble.failedReading }[unread];
  return (
    <div class="messages">
      <div role="alert">
        {troubleText !== undefined && (
          <div class="message bad">
            <Icon name="warn" size={16} />
            <p>{troubleText}</p>
            <IconButton icon="close" label={text.common.close} onClick={store.acts.dismissTrouble} />
          </div>
        )}
        {unreadText !== undefined && (
          <div class="message bad">
            <Icon name="warn" size={16} />
            <p>{unreadText}</p>
            <button type="button" class="text-button" onClick={store.readAgain}>
              {text.common.retry}
            </button>
          </div>
        )}
      </div>
      <div role="status">
        {notice !== undefined && (
          <div class="message" onPointerEnter={hold} onPointerLeave={letGo} onFocusIn={hold} onFocusOut={letGo}>
            <p>{notice.text}</p>
            {notice.undo && (
              <button
                type="button"
                class="text-button"
                disabled={busy !== undefined}
                onClick={() => void store.acts.undo()}
              >
                {text.common.undo}
              </button>
            )}
            <IconButton icon="close" label={text.common.close} onClick={store.acts.dismissNotice} />
          </div>
        )}
      </div>
    </div>
  );
}
