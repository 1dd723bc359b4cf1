/** What was asked of a session. */
let known: { readonly session: typeof Session; readonly email: string } | undefined;

/**
 * The e-mail address of who makes a change: of the active user, else of whoever the script runs as, else ''. A user may
 * have withheld the permission, and Google does not tell everyone's address to everyone: neither keeps a change from
 * being made. Asked for once an execution.
 */
export function userEmail(): string {
  if (known?.session === Session) return known.email;
  known = { session: Session, email: asked() };
  return known.email;
}

function asked(): string {
  for (const ask of [() => Session.getActiveUser(), () => Session.getEffectiveUser()]) {
    try {
      const email = ask().getEmail();
      if (email !== '') return email;
    } catch (error) {
      console.error(error);
    }
  }
  return '';
}
