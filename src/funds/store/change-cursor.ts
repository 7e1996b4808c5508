/** Where a list in the order of the last change goes on. */
export const changeCursor =
  /^(20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{6}Z)~([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
export const latestChange = ['2999-01-01T00:00:00.000000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
