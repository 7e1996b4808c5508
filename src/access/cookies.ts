/** The cookie a known browser carries beside the session's. */
export const deviceCookie = 'zz_device';
export const daysOfDevice = 180;
/** The cookie that binds a sign-on to the browser that began it. */
export const signOnCookie = 'zz_sign_on';
