import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvFile, cell } from './csv-file.js';
import { readTable } from './data-files.js';
import { civilDate, slashDate } from './dates.js';
import { kindList } from './kinds.js';
import type { AsSentRecord } from './record.js';
import type { Dose } from './vaccination.js';

const LONG_HEADER =
  'Mã mũi tiêm,Họ và tên,Giới tính,Ngày sinh,Số điện thoại,CMND/CCCD/HC,Số thẻ BHYT,Tỉnh/Thành phố,Mã Tỉnh,Quận/Huyện,' +
  'Mã Quận/Huyện,Xã/Phường,Mã Xã/Phường,Mũi tiêm,Tên vắc xin,Ngày tiêm,Số lô,Mã cơ sở tiêm,Cơ sở tiêm,Tỉnh cơ sở tiêm';
const TRUTH_HEADER = 'source_file,source_row,person_id,in_registry,errors';
export const LONG_FILE = 'doses-long.csv';
export const WIDE_FILE = 'doses-wide.csv';

const NOTES = [
  'DANH SÁCH ĐỐI TƯỢNG TIÊM VẮC XIN PHÒNG COVID-19',
  'Lưu ý: Không thay đổi cấu trúc của tệp này',
  'Các cột có dấu (*) là bắt buộc nhập',
  'Ngày tháng nhập dạng văn bản dd/mm/yyyy, ví dụ "05/09/1985"',
  'Tham khảo các danh mục ở sheet PL2, PL3, PL4, PL5',
  'Dữ liệu tổng hợp do máy sinh ra, không phải dữ liệu của người thật',
];
const BLOCKS = [1, 2, 3, 4];
/** Columns that users put in, by the number of the template column they follow. */
const INSERTED = new Map([
  [6, ['Mã hộ', '']],
  [16, ['', 'Tổ dân phố']],
]);

/** Both dose files and the truth file, written record by record. */
export class DoseFiles {
  private readonly folder: string;
  private readonly long: CsvFile;
  private readonly wide: CsvFile;
  private readonly truth: CsvFile;
  private readonly wideTruth: CsvFile;

  constructor(folder: string) {
    this.folder = folder;
    this.long = new CsvFile(join(folder, LONG_FILE));
    this.long.line(LONG_HEADER);
    // As Excel saves it: byte order mark and CRLF.
    this.wide = new CsvFile(join(folder, WIDE_FILE), '\r\n');
    this.wide.raw('\ufeff');
    for (const line of wideHead()) this.wide.line(line);
    this.truth = new CsvFile(join(folder, 'truth.csv'));
    this.truth.line(TRUTH_HEADER);
    this.wideTruth = new CsvFile(join(folder, '.truth-wide.tmp'));
  }

  get doses(): number {
    return this.long.records - 1;
  }

  write(record: AsSentRecord): void {
    const known = `${record.truePersonId},${record.inRegistry ? 1 : 0},${kindList(record.kinds)}`;
    const before = identityCells(record);
    for (const dose of record.doses) {
      this.long.line(`M${String(this.long.records).padStart(9, '0')},${before},${longDose(dose)}`);
      this.truth.line(`${LONG_FILE},${this.long.records},${known}`);
    }
    this.wide.line(wideRow(record, this.wide.records - 7));
    this.wideTruth.line(`${WIDE_FILE},${this.wide.records},${known}`);
  }

  async close(): Promise<void> {
    for (const file of [this.long, this.wide, this.truth, this.wideTruth]) file.close();
    const rest = join(this.folder, '.truth-wide.tmp');
    await pipeline(createReadStream(rest), createWriteStream(join(this.folder, 'truth.csv'), { flags: 'a' }));
    rmSync(rest);
  }
}

function wideHead(): string[] {
  const top: string[] = [];
  const below: string[] = [];
  for (const [column, upper, lower] of readTable('template-pl1-headers.csv')) {
    top.push(upper!.replaceAll('\\n', '\n'));
    below.push(lower!.replaceAll('\\n', '\n'));
    const inserted = INSERTED.get(Number(column));
    if (inserted === undefined) continue;
    top.push(inserted[0]!);
    below.push(inserted[1]!);
  }
  const padding = ','.repeat(top.length - 1);
  return [...NOTES.map((note) => cell(note) + padding), top.map(cell).join(','), below.map(cell).join(',')];
}

function placeText({ place }: AsSentRecord): string {
  return `${cell(place.provinceName)},${place.provinceCode},${cell(place.districtName)},${place.districtCode},${cell(place.communeName)},${place.communeCode}`;
}

function identityCells(record: AsSentRecord): string {
  const sex = record.sex === 'missing' ? '' : record.sex === 'male' ? 'Nam' : 'Nữ';
  return `${cell(record.name)},${sex},${cell(record.birth)},${record.phone},${cell(record.personalId)},${record.insuranceCard},${placeText(record)}`;
}

function longDose(dose: Dose): string {
  const { facility } = dose;
  return `${dose.number},${cell(dose.vaccine)},${slashDate(civilDate(dose.day))},${dose.lot},${facility.code},${cell(facility.name)},${facility.province.name}`;
}

function wideRow(record: AsSentRecord, number: number): string {
  const sex = record.sex === 'missing' ? '' : record.sex === 'male' ? '0' : '1';
  let line =
    `${number},${cell(record.name)},${cell(record.birth)},${sex},${record.priorityGroup},,${record.householdCode},` +
    `${record.phone},${cell(record.personalId)},${record.insuranceCard},${placeText(record)},,${record.neighbourhood},`;
  for (const block of BLOCKS) {
    const dose = record.doses.find((one) => one.number === block);
    if (dose === undefined) line += ',,,,';
    else line += `${cell(dose.vaccine)},${slashDate(civilDate(dose.day))},${dose.lot},${dose.facility.code},`;
  }
  return `${line},,`;
}
