/**
 * What Google says when a permission was not given (each has its own tick box), or when several accounts are signed in
 * and the call came from another one than the spreadsheet's. Sources: issuetracker.google.com 69270374,
 * enuchi/React-Google-Apps-Script#46, alexwforsythe/code-blocks#53, the guide to granular permissions.
 */
const texts =
  /PERMISSION_DENIED|Authorization is required|(?:do|does) not have permission|Required permissions|insufficient authentication scopes|没有权限|需要授权/i;

/** Whether an error means that Google did not let the add-on do something for this user. */
export const isPermissionError = (message: string): boolean => texts.test(message);

/** The permissions that an error names, as `drive.file`; none where it names none. */
export function permissionsNamed(message: string): readonly string[] {
  const named = message.match(/auth\/[a-z.]+/g) ?? [];
  return [...new Set(named.map((scope) => scope.slice(5).replace(/\.$/, '')))];
}
