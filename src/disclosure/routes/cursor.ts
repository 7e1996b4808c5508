/** Where a list goes on that is ordered by when something was recorded. */
export const instantAndId =
  /^(20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{6}Z)~([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
export const latest = ['2999-01-01T00:00:00.000000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
