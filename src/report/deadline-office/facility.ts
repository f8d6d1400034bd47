import type { FacilityErrors } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';

/** The name of a facility, or its code, or that the rows name none. */
export function facilityName({ code, name }: FacilityErrors, lang: Language): string {
  if (name !== '') return name;
  if (code !== '') return code;
  return lang === 'vi' ? 'Hồ sơ không ghi cơ sở tiêm' : 'Records without a facility';
}

/** Name with code: `Trạm Y tế phường Mẫu Một (01_D017)`. */
export function facilityLabel(facility: FacilityErrors, lang: Language): string {
  const name = facilityName(facility, lang);
  return facility.code === '' || facility.code === name ? name : `${name} (${facility.code})`;
}
