/** What a machine has to tell on its own account, without an error that says it. */
export type MachineMessages = {};
