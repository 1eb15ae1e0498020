/** The version of the engine, kept with each attempt: it grows whenever the same answers could lead to another item. */
export const engineVersion = 4;
