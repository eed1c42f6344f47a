//! What documents cost: the processor's time of the minutes of forty seats and thirty resolutions, and of a year's letters.
//! It does not know the office; its papers are made up in `papers.rs`.
//!
//! `cargo bench --bench documents -- --write FOLDER` writes the same minutes for `benches/peers/documents.py`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement that does not find what it needs has failed"
)]

use std::path::PathBuf;
use std::time::Duration;

use dabir::exchange::docx::write_docx;
use dabir::exchange::format::{Fonts, WriteError};
use dabir::exchange::html::write_html;
use dabir::exchange::markdown::write_markdown;
use dabir::exchange::paper::Paper;
use dabir::exchange::pdf::PdfFonts;
use dabir::exchange::plain_text::write_plain_text;
use dabir::exchange::xlsx::write_xlsx;
use peak_alloc::PeakAlloc;
use rustix::time::{ClockId, clock_gettime};

#[global_allocator]
static PEAK: PeakAlloc = PeakAlloc;

mod papers;

/// A format: its name, and how the minutes are written in it.
type Format = (&'static str, fn(&PdfFonts, &Paper) -> Result<Vec<u8>, WriteError>);

const FORMATS: [Format; 6] = [
    ("pdf", |fonts, paper| fonts.write(paper)),
    ("docx", |_, paper| write_docx(paper, &Fonts::default())),
    ("html", |_, paper| Ok(write_html(paper, &Fonts::default()))),
    ("md", |_, paper| Ok(write_markdown(paper))),
    ("txt", |_, paper| Ok(write_plain_text(paper))),
    ("xlsx", |_, paper| write_xlsx(&papers::workbook(paper))),
];
/// The processor's time of this process.
fn spent() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = u64::try_from(time.tv_sec).expect("time goes on");
    Duration::new(seconds, u32::try_from(time.tv_nsec).expect("less than a second"))
}

/// How many pages a pdf has, as it says itself.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.match_indices("/Type/Page").count() - text.match_indices("/Type/Pages").count()
}

/// The folder that the minutes are to be written to, where one is named.
fn folder() -> Option<PathBuf> {
    let mut words = std::env::args().skip_while(|word| word != "--write");
    words.next()?;
    Some(words.next().expect("--write FOLDER").into())
}

fn main() {
    let read = spent();
    let fonts = PdfFonts::read(&Fonts::default()).expect("our fonts");
    println!("fonts read once: {:.2?}", spent() - read);
    let paper = papers::minutes();
    let folder = folder();
    for (name, write) in FORMATS {
        let mut times: Vec<Duration> = Vec::new();
        let mut written = Vec::new();
        for _ in 0..20 {
            let start = spent();
            written = write(&fonts, &paper).expect("written");
            times.push(spent() - start);
        }
        times.sort_unstable();
        let half = times[times.len() / 2];
        let of_pages = (name == "pdf").then(|| {
            let pages = pages(&written);
            let each = half / u32::try_from(pages).expect("few pages");
            format!(", {pages} pages, {each:.2?} a page")
        });
        let bytes = written.len();
        println!(
            "minutes as {name}: {half:.2?}, {bytes} bytes{}",
            of_pages.unwrap_or_default()
        );
        if let Some(folder) = &folder {
            std::fs::write(folder.join(format!("minutes.{name}")), &written).expect("written");
        }
    }
    if let Some(folder) = &folder {
        let blocks = serde_json::to_vec(&papers::as_json(&paper)).expect("plain data");
        std::fs::write(folder.join("minutes.json"), blocks).expect("written");
    }
    let letters: Vec<Paper> = (0..300).map(papers::letter).collect();
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
