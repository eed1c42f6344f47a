//! Heads of tables in the words of many offices, in lists and out of them, and what the cells tell where no list does.
//! Knows no rule; every expected outline was read by a person before it was written down.

use super::{check, read_of};
use crate::exchange::minutes::{ColumnMeaning, DoubtKind};

/// A table of two resolutions under a head of four columns: number, wording, responsible, deadline.
fn four_columns(head: &str) -> String {
    format!(
        "هفتمین جلسه شورای آب شهرستان نارستان\nتاریخ جلسه: ۱۴۰۲/۰۳/۰۷\nدستور جلسه:\n۱- آب شرب\n\n{head}\n\
         ۱\tشبکه فرسوده محله بالا بازسازی شود.\tشرکت آبفا\tدو ماه\n\
         ۲\tوضعیت مخازن شهر گزارش گردد.\tفرمانداری نارستان\tتا پایان مهر\n"
    )
}

fn reads_four_columns(head: &str) {
    let read = read_of(&four_columns(head));
    let rows: Vec<_> = read
        .resolutions
        .iter()
        .map(|one| {
            (
                one.row,
                one.deadline_written.as_deref(),
                one.responsible.join("+"),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            (Some(1), Some("دو ماه"), "شرکت آبفا".to_owned()),
            (Some(2), Some("تا پایان مهر"), "فرمانداری نارستان".to_owned())
        ],
        "{head}"
    );
    assert!(
        read.resolutions[0].text.starts_with("شبکه") && read.resolutions[1].text.starts_with("وضعیت"),
        "{head}"
    );
    assert_eq!(read.agenda.len(), 1, "{head}");
}

#[test]
fn the_wording_has_many_names() {
    for head in [
        "شرح مصوبه",
        "مصوبات",
        "متن مصوبه",
        "مفاد مصوبات",
        "تصمیمات متخذه",
        "تصميمات",
        "فعالیت",
        "شرح فعالیت",
        "اقدامات لازم",
        "عنوان مصوبه",
        "تکالیف",
        "شرح وظایف",
        "موارد مصوب",
        "خلاصه تصمیمات",
        "اهم مصوبات جلسه",
        "پیشنهادات",
        "مصوبه ها",
        "راهکارها",
        "شرح موارد مورد توافق",
        "نتیجه‌گیری",
        "موارد توافق شده",
        "مصوبات1",
        "شرح مصوبـات",
        "شرح تصمیم",
        "اقدامات اصلاحی",
        "بندهای مصوب",
        "دستورات",
        "کار",
        "موضوع",
        "عنوان",
    ] {
        reads_four_columns(&format!("ردیف\t{head}\tمسئول پیگیری\tمهلت اقدام"));
    }
}

#[test]
fn the_deadline_has_many_names() {
    for head in [
        "مهلت",
        "مهلت اقدام",
        "زمان اجرا",
        "زمان‌بندی",
        "زمانبندی",
        "موعد مقرر",
        "سررسید انجام",
        "سر رسید",
        "مدت زمان",
        "فرجه",
        "ضرب الاجل",
        "تاریخ اجرا",
        "تاریخ سررسید",
        "بازه زمانی",
        "حداکثر مهلت",
        "مهلت (روز/ماه)",
        "مهلت\u{200c}انجام",
        "تا تاریخ",
        "افق زمانی",
        "زمان پیش‌بینی شده",
        "مهلت پیگیری",
        "تاریخ تحقق",
        "موعد انجام کار",
        "برنامه زمانی",
        "محدوده زمانی",
        "ظرف مدت",
        "مهلت اجراء",
        "تاریخ اتمام",
    ] {
        reads_four_columns(&format!("ردیف\tشرح مصوبه\tمسئول پیگیری\t{head}"));
    }
}

#[test]
fn those_who_are_responsible_have_many_names() {
    for head in [
        "مسئول",
        "مسئول پیگیری",
        "مسؤول اجرا",
        "مسوول",
        "مسئولین اجرا",
        "مجری",
        "مجریان",
        "دستگاه مجری",
        "متولی",
        "متولی اجرا",
        "اقدام کننده",
        "اقدام‌کننده",
        "اقدام كنندگان",
        "پیگیری کننده",
        "پیگیری توسط",
        "توسط",
        "مرجع پیگیری",
        "مرجع اقدام",
        "عهده‌دار",
        "عهده دار",
        "به عهده",
        "انجام دهنده",
        "دستگاه",
        "دستگاه مسئول",
        "دستگاه های ذیربط",
        "دستگاه اجرایی",
        "واحد مسئول",
        "واحد",
        "واحد اقدام کننده",
        "ارگان",
        "ارجاع به",
        "سازمان مربوطه",
        "نهاد متولی",
        "عامل اجرا",
        "پیگیری",
        "مسئولیت اجرا",
        "نام دستگاه",
        "اجرا کننده",
        "حوزه مسئول",
        "ملزم به پیگیری",
        "مسئول پیگیرى",
        "مسئول پیگیزی",
    ] {
        reads_four_columns(&format!("ردیف\tشرح مصوبه\t{head}\tمهلت اقدام"));
    }
}

#[test]
fn the_number_has_many_names() {
    for head in [
        "ردیف",
        "رديف",
        "#",
        "No",
        "No.",
        "شماره",
        "ش",
        "ر",
        "شماره مصوبه",
        "بند",
        "شماره بند",
        "كد مصوبه",
        "ردیف مصوبه",
        "",
    ] {
        reads_four_columns(&format!("{head}\tشرح مصوبه\tمسئول پیگیری\tمهلت اقدام"));
    }
}

#[test]
fn columns_with_unknown_heads_are_told_by_their_cells_and_doubted() {
    let read = read_of(&four_columns("شمارشگر\tآنچه گذشت\tکدام نفر\tچه هنگام"));
    assert_eq!(read.resolutions.len(), 2);
    let told: Vec<_> = read
        .doubts
        .iter()
        .filter_map(|doubt| match &doubt.kind {
            DoubtKind::ColumnByItsCells { head, role } => Some((head.as_str(), *role)),
            _ => None,
        })
        .collect();
    assert_eq!(
        told,
        [
            ("آنچه گذشت", ColumnMeaning::Text),
            ("کدام نفر", ColumnMeaning::Responsible),
            ("چه هنگام", ColumnMeaning::Deadline)
        ]
    );
}

#[test]
fn columns_in_any_order_and_without_any_head_are_read() {
    let body = "نهمین جلسه ستاد پسماند شهرستان نارستان\nتاریخ جلسه: ۱۴۰۲/۰۳/۰۷\n\n";
    for table in [
        "یک ماه\tشهرداری نارستان\tسطل‌های تازه در بازار نصب شود.\t۱\nدو هفته\tدهیاری‌ها\tزباله خشک جداگانه گرفته شود.\t۲",
        "۱\tسطل‌های تازه در بازار نصب شود.\tشهرداری نارستان\tیک ماه\n۲\tزباله خشک جداگانه گرفته شود.\tدهیاری‌ها\tدو هفته",
        "۱\tشهرداری نارستان\tسطل‌های تازه در بازار نصب شود.\tیک ماه\n۲\tدهیاری‌ها\tزباله خشک جداگانه گرفته شود.\tدو هفته",
    ] {
        let read = read_of(&format!("{body}{table}"));
        let rows: Vec<_> = read
            .resolutions
            .iter()
            .map(|one| {
                (
                    one.row,
                    one.text.as_str(),
                    one.deadline_written.as_deref(),
                    one.responsible.join("+"),
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                (
                    Some(1),
                    "سطل‌های تازه در بازار نصب شود.",
                    Some("یک ماه"),
                    "شهرداری نارستان".to_owned()
                ),
                (
                    Some(2),
                    "زباله خشک جداگانه گرفته شود.",
                    Some("دو هفته"),
                    "دهیاری‌ها".to_owned()
                )
            ],
            "{table}"
        );
        assert!(!read.doubts.is_empty(), "{table}");
    }
}

#[test]
fn a_row_with_words_of_a_roll_in_it_stays_a_row() {
    let rows = [
        "وضعیت مخازن گزارش شود.\tسازمان آب\tدو هفته",
        "نماینده روستاها معرفی گردد.\tبخشداری\tفوری",
        "سمت جدید تعریف شود\tنهاد کتابخانه‌ها\tیک ماه",
        "حضور و غیاب کارکنان ثبت گردد\tکلیه دستگاه‌ها\tمستمر",
        "امضای تفاهم‌نامه\tاداره ورزش\t-",
        "نام و نام خانوادگی افراد اعلام شود\tواحد اداری\tسه روز",
        "مهلت ثبت‌نام تمدید شود\tدستگاه اجرایی\tیک ماه",
    ];
    let head = "متن مصوبه\tمسئول\tمهلت";
    let start = "سومین جلسه کارگروه آب شهرستان نارستان\nتاریخ جلسه: ۱۴۰۲/۰۴/۰۵\n\n";
    let plain = read_of(&format!("{start}{head}\n{}", rows.join("\n")));
    assert_eq!(plain.resolutions.len(), rows.len());
    let numbered: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| format!("{}\t{row}", at + 1))
        .collect();
    let counted = read_of(&format!("{start}ردیف\t{head}\n{}", numbered.join("\n")));
    let wanted: Vec<Option<u32>> = (1..=7).map(Some).collect();
    assert_eq!(
        counted.resolutions.iter().map(|one| one.row).collect::<Vec<_>>(),
        wanted
    );
    assert!(plain.attendance.is_empty() && counted.attendance.is_empty());
    assert!(plain.annexes.is_empty() && counted.raw.is_empty());
}

#[test]
fn deadline_and_responsible_in_one_column_are_parted() {
    for head in [
        "مسئول و مهلت پیگیری",
        "مهلت / مجری",
        "مجری (مهلت)",
        "مهلت اقدام و دستگاه مسئول",
    ] {
        check(
            &format!(
                "سومین جلسه کارگروه آب شهرستان نارستان\nتاریخ جلسه: ۱۴۰۲/۰۴/۰۵\nردیف\tشرح مصوبه\t{head}\n\
                 ۱\tنهر پاک شود.\tشهرداری بهار - یک ماه\n۲\tپل ترمیم شود.\tراهداری (تا ۱۴۰۲/۰۶/۰۱)"
            ),
            "body کارگروه آب شهرستان نارستان\nsession 3 / · / ·\nwhen 1402/04/05 / · / · / ·\n\
             # 1 / · / یک ماه / شهرداری بهار\n    نهر پاک شود.\n# 2 / · / تا ۱۴۰۲/۰۶/۰۱ / راهداری\n    پل ترمیم شود.",
        );
    }
}
