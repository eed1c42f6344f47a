//! What documents cost: the processor's time of the minutes of forty seats and thirty resolutions, and of a year's letters.
//! It does not know the office; its papers are made up here. Other formats take their place in `FORMATS`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement that does not find what it needs has failed"
)]

use std::time::Duration;

use dabir::exchange::format::{Fonts, WriteError};
use dabir::exchange::paper::{Block, LabelledText, Paper, PaperColumn, PaperTable, Run, Text};
use dabir::exchange::pdf::PdfFonts;
use dabir::text::{Digits, Lang};
use peak_alloc::PeakAlloc;
use rustix::time::{ClockId, clock_gettime};

#[global_allocator]
static PEAK: PeakAlloc = PeakAlloc;

/// A format: its name, and how a paper is written in it.
type Format = (&'static str, fn(&PdfFonts, &Paper) -> Result<Vec<u8>, WriteError>);

const FORMATS: [Format; 1] = [("pdf", |fonts, paper| fonts.write(paper))];
const SENTENCE: &str = "مقرر شد اداره‌ی کل نمونه با همکاری شهرداری و دانشگاه علوم پزشکی نسبت به بررسی و رفع مشکلات \
                        مطرح‌شده اقدام نماید و گزارش آن را تا پایان سال ۱۴۰۵ به دبیرخانه ارسال کند";

/// The processor's time of this process.
fn spent() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = u64::try_from(time.tv_sec).expect("time goes on");
    Duration::new(seconds, u32::try_from(time.tv_nsec).expect("less than a second"))
}

fn number(number: usize) -> Text {
    Text::ours(Digits::Persian.of(number))
}

fn column(head: &str, share: u32) -> PaperColumn {
    PaperColumn {
        head: Text::ours(head),
        share,
    }
}

/// A sentence that is another one for each number, so that not every word is known already.
fn sentence(at: usize) -> Text {
    let written = Digits::Persian.of(format!("{}/{}", 1000 + at, at * 7));
    Text::stored(format!(
        "{SENTENCE}؛ موضوع نامه شماره {written} شرکت ACME ({at})."
    ))
}

fn head() -> Block {
    let field = |label: &str, value: &str| LabelledText::new(label, Text::stored(value));
    Block::Head(vec![
        field("شماره جلسه", "۸"),
        field("تاریخ", "پنجشنبه ۱۴۰۵/۰۹/۰۱"),
        field("ساعت شروع", "۰۷:۳۰"),
        field("ساعت پایان", "۱۰:۰۰"),
        field("محل", "سالن جلسات استانداری"),
        field("رئیس", "آقای نمونه، معاون سیاسی، امنیتی و اجتماعی استاندار"),
    ])
}

/// Minutes of forty seats and thirty resolutions.
fn minutes() -> Paper {
    let seats = (1..=40).map(|at| {
        let who = Text::stored(format!("آقای نمونه {at}، مدیرکل دستگاه شماره {at} استان"));
        vec![vec![number(at)], vec![who], vec![Text::ours("حاضر")], Vec::new()]
    });
    let resolutions = (1..=30).map(|at| {
        let words = vec![sentence(at), sentence(at + 100)];
        vec![
            vec![number(at)],
            vec![Text::stored("موضوع مصوبه")],
            words,
            vec![Text::stored("یک ماه")],
            vec![sentence(0)],
        ]
    });
    let attendance = vec![
        column("ردیف", 1),
        column("نام و سمت", 6),
        column("وضعیت", 2),
        column("امضا", 3),
    ];
    let decided = vec![
        column("ردیف", 5),
        column("موضوع", 14),
        column("مفاد", 50),
        column("مهلت اقدام", 13),
        column("مسئول پیگیری", 18),
    ];
    let mut blocks = vec![Block::Title(Text::ours("صورت‌جلسه‌ی کارگروه نمونه")), head()];
    blocks.push(Block::Heading(Text::ours("مشروح مذاکرات")));
    blocks.extend((0..20).map(|at| {
        Block::Paragraph(
            Text::speaker("آقای نمونه")
                .and(Text::ours(": "))
                .and(sentence(at)),
        )
    }));
    blocks.push(Block::Heading(Text::ours("مصوبات")));
    blocks.push(Block::Table(PaperTable {
        columns: decided,
        rows: resolutions.collect(),
        signed: false,
    }));
    blocks.push(Block::Heading(Text::ours("حاضران")));
    blocks.push(Block::Table(PaperTable {
        columns: attendance,
        rows: seats.collect(),
        signed: true,
    }));
    footed(blocks)
}

fn letter(at: usize) -> Paper {
    let mut blocks = vec![Block::Centred(Text::ours("باسمه تعالی")), head()];
    blocks.push(Block::Paragraph(Text::stored(format!(
        "مدیرکل محترم دستگاه شماره {at}"
    ))));
    blocks.extend((0..4).map(|one| Block::Paragraph(sentence(at * 4 + one))));
    blocks.push(Block::Signatures(vec![LabelledText::new(
        "دبیر",
        Text::stored("خانم نمونه"),
    )]));
    footed(blocks)
}

fn footed(blocks: Vec<Block>) -> Paper {
    let pages = Text {
        runs: vec![
            Run::Ours("صفحه ".to_owned()),
            Run::Page,
            Run::Ours(" از ".to_owned()),
            Run::Pages,
        ],
    };
    let mut paper = Paper::of(Lang::Fa, Digits::Persian, blocks);
    paper.foot = pages;
    paper
}

/// How many pages a pdf has, as it says itself.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.match_indices("/Type/Page").count() - text.match_indices("/Type/Pages").count()
}

fn main() {
    let read = spent();
    let fonts = PdfFonts::read(&Fonts::default()).expect("our fonts");
    println!("fonts read once: {:.2?}", spent() - read);
    let paper = minutes();
    for (name, write) in FORMATS {
        let mut times: Vec<Duration> = Vec::new();
        let mut written = Vec::new();
        for _ in 0..20 {
            let start = spent();
            written = write(&fonts, &paper).expect("written");
            times.push(spent() - start);
        }
        times.sort_unstable();
        let (half, pages) = (times[times.len() / 2], pages(&written).max(1));
        let each = half / u32::try_from(pages).expect("few pages");
        println!(
            "minutes as {name}: {half:.2?}, {} bytes, {pages} pages, {each:.2?} a page",
            written.len()
        );
    }
    let letters: Vec<Paper> = (0..300).map(letter).collect();
    PEAK.reset_peak_usage();
    let (before, start) = (PEAK.current_usage_as_mb(), spent());
    let bytes: usize = letters
        .iter()
        .map(|letter| fonts.write(letter).expect("written").len())
        .sum();
    let peak = PEAK.peak_usage_as_mb() - before;
    println!(
        "300 letters as pdf: {:.2?}, {bytes} bytes, {peak:.1} MB beside them",
        spent() - start
    );
}
