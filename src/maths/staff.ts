/** Valid certificates ÷ staff in post, a fraction. */
export function certCoverage(certified: number, inPost: number): number {
  return certified / inPost;
}

/** Opening staff still employed ÷ opening staff, a fraction; later hires are in neither. */
export function retentionRate(openingStaff: number, left: number): number {
  return (openingStaff - left) / openingStaff;
}
