import type { ButtonHTMLAttributes } from 'react';
import { buttonLook, type Look } from './button-look';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
}

/** A button that never submits a form unless told so. */
export function Button({ look = 'quiet', type = 'button', className = '', ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonLook(look)} ${className}`} {...rest} />;
}
