/** A dose as the platform's import wants it; texts, dates `dd/mm/yyyy` where they could be read. */
export interface ImportDose {
  readonly vaccine: string;
  readonly date: string;
  readonly lot: string;
  /** Code of the facility; its name where no code is known. */
  readonly facility: string;
}

/** A person as a row of the platform's import workbook: the record as sent, with its corrections filled in. */
export interface ImportPerson {
  readonly name: string;
  readonly birthDate: string;
  /** `0` nam, `1` nữ, or what was sent. */
  readonly sex: string;
  readonly priorityGroup: string;
  readonly employer: string;
  readonly phone: string;
  /** 12 digits. */
  readonly id: string;
  readonly insuranceCard: string;
  readonly provinceName: string;
  readonly provinceCode: string;
  readonly districtName: string;
  readonly districtCode: string;
  readonly communeName: string;
  readonly communeCode: string;
  readonly addressDetail: string;
  /** In the order of the doses, any number. */
  readonly doses: readonly ImportDose[];
  /** Why the record is imported anew. */
  readonly note: string;
}

/** Doses that one row of the workbook holds. */
export const IMPORT_DOSES = 4;
