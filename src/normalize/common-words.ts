import { tonelessVowel, toneOf } from './letters.js';
import { foldToneless } from './rimes.js';
import { canonicalTone } from './syllable.js';

/**
 * Words that occur at least 20 times among 98,000 surnames, middle and given names of four public
 * name lists. Only used to choose between two readings of a damaged word, never to judge a name.
 */
const WORD_LIST = `
ý an anh ba ban biên biển biện bàn bành bá bách bão bé bình bích bính bùi băng bạch bảo bắc bằng bế bộ bội
bửu ca cao chang chanh chi chinh chiêm chiêu chiến chiều chu chung chuyên chuyền chuẩn chánh châm châu
chí chính chúc chương chấn chất chẩu chế chức chử cil cung cáp cát công cù cúc cơ cương cường cảnh cấn
cầm cần cầu cẩm danh di dinh diêm diên diểm diễm diễn diện diệp diệu doanh doãn du dung duy duyên duyệt
duẩn dân dũng dư dương dưỡng dạ dần dịu dự em gia giang giao giàng giàu giáp giảng gấm ha hai hanh hiên
hiến hiếu hiền hiển hiểu hiện hiệp hiệu hoa hoan hoà hoài hoàn hoàng hoạt huy huynh huyên huyền huân huê
huấn huế huệ huỳnh hy hà hàn hàng hành hào hán hân hòa hóa hùng hưng hương hướng hường hưởng hạ hạnh hải
hảo hầu hậu hằng học hồ hồng hổ hội hợi hợp hứa hửu hữu ka kha khai khang khanh khiêm khoa khuyên khuê
khuất khánh khôi khúc khưu khương khả khải khắc khổng khởi kim kiêm kiên kiến kiều kiện kiệt kon kră kơ
kế kết kỳ kỷ la lai lam lan lang lanh li linh liêm liên liêng liêu liễu loan long luyến luyện luân luận
luật ly lài lành lâm lân lã lãm lãnh lê lò lô lù lý lăng lĩnh lơ lư lưu lương lường lượng lạc lại lập lễ
lệ lịch lộc lợi lụa lục lữ lực ma mai mi minh miền mu my mây mã mông mùi mơ mười mạc mạch mạnh mẫn mậu
mến mộng mừng mỵ mỷ mỹ na nai nam nga nghi nghiêm nghiệp nghĩa nghị ngoan nguyên nguyễn nguyện nguyệt
ngà ngát ngân ngô ngôn ngần ngọ ngọc ngụy nha nhan nhanh nhi nhiên nho nhu nhung nhuận nhài nhàn nhâm
nhân nhã nhơn như nhạn nhất nhẫn nhật nhị nhớ nhữ nhựt ni ninh niên ny nông năm năng nương nịnh nụ nữ
oanh ong pha phan phi phong pháp phát phí phòng phó phù phùng phú phúc phương phước phượng phạm phấn
phục phụng quan quang qui quy quyên quyết quyền quách quân quí quý quản quảng quế quốc quỳnh ra ri rơ sa
san sang sanh sao sen si sinh siêu song sáng sáu sâm sô sùng sĩ sơ sơn sương sầm sắc sử sự sỹ tam tha
thanh thao thi thiên thiết thiều thiện thiệp thiệu tho thoa thoan thoại thu thuyên thuyết thuyền thuý
thuấn thuần thuận thuật thuỳ thuỷ thy thành thái thân thêm thìn thông thùy thúc thúy thăng thơ thơm thư
thương thường thưởng thượng thạch thạnh thảo thất thẩm thắm thắng thế thể thị thịnh thọ thỏa thống thời
thụ thục thụy thủy thứ thức thừa thực tin tiên tiêu tiến tiết tiền tiểu tiệp toàn toán toại toản trang
tri trinh triết triều triển triệu trung truyền trà tráng trâm trân trình trí trúc trương trường trưởng
trạng trầm trần trịnh trọng trực tuyên tuyến tuyết tuyền tuyển tuân tuấn tuệ tài tào tá tám tâm tân tây
tình tín tính tòng tô tôn tùng tú tý tăng tư tươi tường tưởng tạ tạo tấn tất tần tỉnh tịnh tố tống tới
tứ từ tử tự tỷ ung uy uyên uyển uông vi vinh viên viết viễn việt vui vy vàng vân vòng võ văn vĩ vĩnh vũ
vương vượng vạn vịnh vỏ vủ vỹ xa xinh xoan xuyên xuyến xuân yên yến ái ánh ân âu ích ôn ông út đa đan
đang đinh điền điều điểm điểu điệp đoan đoàn đài đàm đàng đào đình đô đôn đông đăng đương đường được đại
đạo đạt đậu đắc đặng đẹp đỉnh định đồng đổ đổng đỗ độ đức ảnh
`;

/** Surnames that are evidence of a title before them, or of a name glued together. */
const SURNAME_LIST = `
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương đoàn lương
trịnh đào tô mai lâm cao hà phùng tạ thái châu quách chu lưu triệu vương đàm nông
`;

function fold(word: string): string {
  let out = '';
  for (const letter of word) out += toneOf(letter) === 0 ? letter : tonelessVowel(letter);
  return foldToneless(out);
}

const WORDS: ReadonlySet<string> = new Set(WORD_LIST.trim().split(/\s+/).map(canonicalTone));
const SURNAMES: ReadonlySet<string> = new Set(SURNAME_LIST.trim().split(/\s+/));
const FOLDED_WORDS: ReadonlySet<string> = new Set([...WORDS].map(fold));
const FOLDED_SURNAMES: ReadonlySet<string> = new Set([...SURNAMES].map(fold));

/** True for a frequent word of Vietnamese names; lower case, accents as they should be. */
export function isCommonWord(word: string): boolean {
  return WORDS.has(canonicalTone(word));
}

/** True for a lower-case ASCII word that is a frequent name word without its accents. */
export function isCommonFoldedWord(word: string): boolean {
  return FOLDED_WORDS.has(word);
}

/** True for one of the frequent surnames; lower case, accents as they should be. */
export function isCommonSurname(word: string): boolean {
  return SURNAMES.has(word);
}

/** True for a lower-case ASCII word that is a frequent surname without its accents. */
export function isCommonFoldedSurname(word: string): boolean {
  return FOLDED_SURNAMES.has(word);
}
