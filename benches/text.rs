//! How long lines and keystrokes take, against a plain `BidiInfo` pass over the same text as the floor.
//! It measures the text room alone: no widgets, no terminal.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement that does not find what it needs has failed"
)]

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, criterion_group, criterion_main};
use dabir::text::{EditBuffer, EditCommand, LineStyle, Motion, fold, line, truncate, wrap};
use unicode_bidi::{BidiInfo, Level};

/// The real minutes where they lie beside the repository, else made up.
fn minutes() -> String {
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folders = ["../shared/minutes", "../../shared/minutes"];
    let mut files: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(repository.join(folder)).ok())
        .flat_map(|entries| entries.filter_map(|entry| entry.ok().map(|entry| entry.path())))
        .collect();
    files.sort();
    let text: String = files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok())
        .collect();
    if !text.is_empty() {
        return text;
    }
    let sentence =
        |number| format!("{number}- مقرر شد شرکت Acme (پیمانکار) گزارش ۱۴۰۱/۱۲/۲۱ را تا بند ۷ ارائه نماید. ");
    (1..2000).map(sentence).collect()
}

/// Lines of about 80 columns.
fn screen() -> Vec<String> {
    let text = minutes();
    let lines = wrap(&text, 80, &LineStyle::default());
    let full = lines.iter().filter(|line| line.columns > 60).take(24);
    full.map(|line| text[line.range_byte.clone()].to_owned())
        .collect()
}

fn lines(criterion: &mut Criterion) {
    let screen = screen();
    let style = LineStyle::default();
    let mut group = criterion.benchmark_group("screen of 80x24");
    group.bench_function("floor: BidiInfo", |bencher| {
        bencher.iter(|| {
            for text in &screen {
                black_box(BidiInfo::new(text, Some(Level::rtl())));
            }
        });
    });
    group.bench_function("line", |bencher| {
        bencher.iter(|| {
            screen
                .iter()
                .map(|text| line(text, &style).columns)
                .sum::<usize>()
        });
    });
    group.bench_function("truncate to 40", |bencher| {
        bencher.iter(|| {
            screen
                .iter()
                .map(|text| truncate(text, 40, &style).columns)
                .sum::<usize>()
        });
    });
    let joined = screen.join(" ");
    group.bench_function("wrap as one paragraph", |bencher| {
        bencher.iter(|| wrap(&joined, 80, &style).len())
    });
    group.bench_function("fold", |bencher| bencher.iter(|| fold(&joined).len()));
    group.finish();
}

/// Text of so many characters, in one paragraph, or in paragraphs of 400 each.
fn long_text(characters: usize, in_one: bool) -> String {
    // As written but for the paragraphs: a text that repeats itself may never break again where it did.
    let text = minutes().replace(['\n', '\r'], " ");
    let breaks_after = |(at, c): (usize, char)| if !in_one && at % 400 == 399 { '\n' } else { c };
    text.chars()
        .cycle()
        .take(characters)
        .enumerate()
        .map(breaks_after)
        .collect()
}

fn keystrokes(criterion: &mut Criterion) {
    let style = LineStyle::default();
    for characters in [1_000, 10_000, 100_000] {
        let mut group = criterion.benchmark_group(format!("keystroke in {characters} characters"));
        let one_paragraph = long_text(characters, true);
        group.bench_function("floor: BidiInfo of all", |bencher| {
            bencher.iter(|| {
                black_box(BidiInfo::new(&one_paragraph, Some(Level::rtl())))
                    .levels
                    .len()
            });
        });
        for (name, text) in [
            ("one paragraph", &one_paragraph),
            ("many paragraphs", &long_text(characters, false)),
        ] {
            let mut buffer = EditBuffer::new(text);
            let middle = text.char_indices().nth(characters / 2).map_or(0, |(at, _)| at);
            buffer.apply(EditCommand::MoveTo(middle));
            buffer.rows(80, 24, &style);
            for (key, command) in [
                ("type", EditCommand::Type("ب".into())),
                ("type a bracket", EditCommand::Type("(".into())),
                ("break", EditCommand::Newline),
                ("erase a word", EditCommand::DeleteWordBackward),
            ] {
                group.bench_function(format!("{key} and show, {name}"), |bencher| {
                    bencher.iter_batched(
                        || {
                            // A copy has no room to grow, a buffer that is typed into has.
                            let mut buffer = buffer.clone();
                            buffer.apply(EditCommand::Type("ا".into()));
                            buffer.rows(80, 24, &style);
                            buffer
                        },
                        |mut buffer| {
                            buffer.apply(command.clone());
                            let total = buffer.rows(80, 24, &style).total;
                            (buffer, total)
                        },
                        criterion::BatchSize::SmallInput,
                    );
                });
            }
            group.bench_function(format!("two arrows and show, {name}"), |bencher| {
                bencher.iter(|| {
                    buffer.apply(EditCommand::Move(Motion::Left));
                    buffer.apply(EditCommand::Move(Motion::Right));
                    buffer.rows(80, 24, &style).total
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, lines, keystrokes);
criterion_main!(benches);
