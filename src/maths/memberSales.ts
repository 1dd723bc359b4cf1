/** Sales to members: members active within 12 months × what each of them spends. */
export function memberSales(activeMembers: number, salesPerActiveMember: number): number {
  return activeMembers * salesPerActiveMember;
}
