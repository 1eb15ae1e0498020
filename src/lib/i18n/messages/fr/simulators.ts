export const simulators = {};
