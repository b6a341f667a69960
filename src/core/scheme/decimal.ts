import { z } from 'zod';

/** A decimal number as text, so that no double ever holds a weight or a threshold. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
