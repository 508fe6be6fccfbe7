/** Raised whenever other secrets are found in the same text; kept with each scan. */
export const rulesVersion = 'secretlint 11.7.1, own 1';
