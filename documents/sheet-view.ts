/** One hour of the day as it is drawn. */
export interface SheetHour {
  /** As it is said, « 9 h 15 », or the word for an hour nobody knows yet. */
  readonly time: string;
  readonly label: string;
  readonly note: string | null;
  /** Nobody knows this hour yet. */
  readonly open: boolean;
  /** An hour that people look for first, such as the call and the set. It is drawn strong. */
  readonly key: boolean;
}

/** What the sheet says of one subject, such as the hotel. */
export interface SheetSection {
  readonly title: string;
  readonly lines: readonly { readonly label: string | null; readonly text: string }[];
}

/**
 * A day sheet as documents draw it. Every text is worded already, in the language of its reader: documents know no
 * locale. No phone number belongs here, since a document outlives the days on which numbers may be seen.
 */
export interface SheetView {
  readonly lang: 'fr' | 'en';
  readonly act: string;
  /** The day, « Sam. 13 mars 2027 ». */
  readonly title: string;
  readonly place: string;
  /** Which version this is and of when, « v2, mer. 10 mars à 18 h 05 ». */
  readonly version: string;
  /** What kind of document it is, « Feuille de route ». */
  readonly kind: string;
  /** In the order of the day. */
  readonly hours: readonly SheetHour[];
  readonly sections: readonly SheetSection[];
  /** What stands above the list of what is unknown, « À confirmer ». */
  readonly openTitle: string;
  readonly open: readonly string[];
  /** A remark that everybody must see, such as an embargo. */
  readonly notice: string | null;
  readonly footer: string;
  /** What is said where a sheet does not hold everything, « … la suite dans Régie ». Without it there is an ellipsis. */
  readonly more?: string;
}
