/**
 * The e-mail address of who makes a change: of the active user, else of whoever the script runs as, else ''. A user may
 * have withheld the permission, and Google does not tell everyone's address to everyone: neither keeps a change from
 * being made.
 */
export function userEmail(): string {
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
