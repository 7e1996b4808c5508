/** The cookie a known browser carries beside the session's. */
export const deviceCookie = 'zz_device';
export const daysOfDevice = 180;
