import type { Attachment } from 'svelte/attachments';

/** Opens a dialog over the page, and gives the focus back to where it was once the dialog goes. */
export const modal: Attachment<HTMLDialogElement> = (dialog) => {
  const opener = document.activeElement;
  dialog.showModal();
  return () => {
    dialog.close();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
};
