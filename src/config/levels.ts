/** What a rule may be set to. By itself: the schemas that hold it are made only where there is a config. */
export const levels = ['off', 'error', 'warning', 'info'] as const
