/** Where the licences of the software can be read. */
export const licencesAddress = (): string => 'licences/third-party.txt';
