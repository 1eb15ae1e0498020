// Learner pages are written once, when the application is built: they open from the device with the server stopped.
export const prerender = true;
