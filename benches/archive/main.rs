//! Lookups in archives of any size, as a person at the desk makes them: through the office, text and all.
//! Does not know how they are answered.
//!
//! `cargo bench --bench archive -- --rows 10000 --dir /tmp/dabir-bench`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement that does not find what it needs has failed"
)]

mod rows;

use dabir::calendar::Day;
use dabir::domain::resolution::{Resolution, Status};
use dabir::office::query::{Answer, Query};
use dabir::office::{Office, read};
use dabir::search::Filter;
use dabir::store::{Store, Tree};
use dabir::text::fold;
use rows::{Maker, rare_word};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The day all archives are looked at.
fn today() -> Day {
    Day::from_jalali(1405, 9, 1).expect("a day")
}

struct Options {
    rows: usize,
    dir: PathBuf,
    rounds: usize,
    /// Write the rows for other programs and end.
    dump: bool,
}

fn options() -> Options {
    let mut options = Options {
        rows: 10_000,
        dir: std::env::temp_dir().join("dabir-bench"),
        rounds: 5,
        dump: false,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--rows" => options.rows = words.next().and_then(|n| n.parse().ok()).expect("--rows NUMBER"),
            "--rounds" => {
                options.rounds = words
                    .next()
                    .and_then(|n| n.parse().ok())
                    .expect("--rounds NUMBER")
            }
            "--dir" => options.dir = words.next().expect("--dir FOLDER").into(),
            "--dump" => options.dump = true,
            // What cargo gives every bench.
            "--bench" => {}
            other => panic!("unknown: {other}"),
        }
    }
    options
}

/// Kinds of queries with several of each kind.
fn queries() -> Vec<(&'static str, Vec<String>)> {
    let words = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let rare = |numbers: std::ops::Range<u64>| numbers.map(|n| rare_word(n * 37)).collect();
    vec![
        ("no filter", words(&[""])),
        ("rare word", rare(10..18)),
        (
            "common word",
            words(&["گزارش", "استان", "مدرسه", "آموزش", "هزینه"]),
        ),
        (
            "three words",
            words(&["گزارش استان مدرسه", "طرح آموزش خانواده", "شهرداری فهرست دانشگاه"]),
        ),
        ("phrase", words(&["\"مقرر شد\"", "\"پایان سال\"", "دستگاهها"])),
        (
            "field with due date",
            words(&[
                "مسئول:بهزیستی مهلت<۳۰روز",
                "مسئول:شهرداری مهلت>1405/08",
                "وضعیت:معوق مسئول:ورزش",
            ]),
        ),
        ("no hit", words(&["قسطنطنیه", "اقیانوسیه گزارش", "zzz"])),
        ("two letters", words(&["ار", "صد", "خو", "ژه"])),
        (
            "minus and or",
            words(&["گزارش -استان", "گرمخانه|سالمند", "گزارش -مقرر"]),
        ),
        (
            "letter by letter",
            words(&["گ", "گر", "گرم", "گرمخ", "گرمخا", "گرمخان", "گرمخانه"]),
        ),
    ]
}

fn first_screen(office: &Office, filter: &str) -> usize {
    let query = Query::Resolutions {
        filter: Filter::parse(filter).expect("a filter"),
        open: true,
        limit: 50,
    };
    match office.read(&query, today()) {
        Ok(Answer::Resolutions(rows) | Answer::ResolutionsSoFar(rows)) => rows.len(),
        other => panic!("{filter}: {other:?}"),
    }
}

fn lookup(office: &Office, filter: &str) -> usize {
    let query = Query::Lookup {
        filter: Filter::parse(filter).expect("a filter"),
        limit: 50,
    };
    match office.read(&query, today()) {
        Ok(Answer::Lookup(found)) => found.hits.len(),
        other => panic!("{filter}: {other:?}"),
    }
}

fn jump(office: &Office, words: &str) -> usize {
    let query = Query::Found {
        any_of: vec![fold(words)],
        limit: 40,
    };
    match office.read(&query, today()) {
        Ok(Answer::Resolutions(rows)) => rows.len(),
        other => panic!("{words}: {other:?}"),
    }
}

fn sessions(office: &Office) -> usize {
    match office.read(&Query::LatestSessions { limit: 100 }, today()) {
        Ok(Answer::LatestSessions(latest)) => latest.rows.len(),
        other => panic!("{other:?}"),
    }
}

/// Opens the store and asks for the first screens.
fn begin(folder: &Path, how: &str) -> Office {
    let began = Instant::now();
    let own_began = on_processor();
    let said = |what: &str| {
        let own = (on_processor() - own_began).as_secs_f64() * 1e3;
        let all = began.elapsed().as_secs_f64() * 1e3;
        println!(
            "{how}: {what:20} {all:9.1} ms, on processor {own:9.1} ms, {} MB",
            memory_mb()
        );
    };
    let (office, _) = Office::open(folder).expect("a store");
    said("open");
    sessions(&office);
    said("to sessions");
    first_screen(&office, "");
    said("to open resolutions");
    sessions(&office);
    said("to sessions again");
    office
}

/// From the moment a change is saved until a question for its new word has been answered.
fn changes(office: &Office, rounds: usize) {
    let (mut plain, mut times) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        let key = format!("s{:06}/r00", round * 7 % 600);
        let mut row: Resolution = office
            .store()
            .get(Tree::Resolutions, &key)
            .expect("a store")
            .expect("a row");
        let word = format!("تازه{}", rare_word(round as u64 * 1000));
        row.text = format!("{word} {}", row.text);
        row.status = Status::Open;
        let began = Instant::now();
        first_screen(office, &word);
        plain.push(began.elapsed());
        let change = office
            .store()
            .change(Tree::Resolutions, &key, Some(&row))
            .expect("a change");
        office
            .store()
            .commit(rows::entry(vec![change]))
            .expect("a commit");
        let began = Instant::now();
        assert_eq!(first_screen(office, &word), 1);
        times.push(began.elapsed());
    }
    println!(
        "a word asked before its change was saved: p50 {:.2} ms, p95 {:.2} ms; after it, found: p50 {:.2} ms, p95 {:.2} ms",
        percentile(&mut plain, 50),
        percentile(&mut plain, 95),
        percentile(&mut times, 50),
        percentile(&mut times, 95)
    );
}

/// Bytes of a file or of all files in a folder, in MB.
fn size_mb(path: &Path) -> u64 {
    let files = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let inside: u64 = files
        .map(|file| {
            if file.path().is_dir() {
                size_mb(&file.path()) << 20
            } else {
                file.metadata().map_or(0, |m| m.len())
            }
        })
        .sum();
    let own = std::fs::metadata(path).map_or(0, |m| if m.is_file() { m.len() } else { 0 });
    (inside + own) >> 20
}

/// Time that this thread was on a processor: what a busy machine does not change.
fn on_processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(
        time.tv_sec.unsigned_abs(),
        u32::try_from(time.tv_nsec).unwrap_or(0),
    )
}

/// Resident memory of this process in MB; 0 where the system does not say.
fn memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap_or_default();
    line.split_whitespace()
        .nth(1)
        .and_then(|kb| kb.parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}

fn percentile(times: &mut [Duration], part: usize) -> f64 {
    times.sort_unstable();
    let place = (times.len() * part / 100).min(times.len() - 1);
    times[place].as_secs_f64() * 1e3
}

/// Writes the open rows, the most pressing first, and then the others: id, due day, status, responsible, folded text.
/// So the others of the bench need not sort.
fn dump(folder: &Path, file: &Path) {
    let (office, _) = Office::open(folder).expect("a store");
    let mut rows = read::resolutions(&office, &Filter::default(), false, today()).expect("the rows");
    rows.sort_by_key(|row| {
        (
            row.status != Status::Open,
            row.due.is_none(),
            row.due,
            row.session_date,
        )
    });
    let mut out = BufWriter::new(File::create(file).expect("a file"));
    for row in rows {
        let resolution = &row.resolution;
        let responsible: Vec<&str> = resolution
            .responsible
            .iter()
            .map(|r| r.written.as_str())
            .collect();
        let follow_ups = resolution
            .follow_ups
            .iter()
            .flat_map(|f| [Some(&f.text), f.letter.as_ref(), f.by.as_ref()]);
        let mut text: Vec<&str> = vec![
            resolution.subject.as_deref().unwrap_or_default(),
            &resolution.text,
        ];
        text.extend(follow_ups.flatten().map(String::as_str));
        text.extend(&responsible);
        let due = row.due.map(|due| due.iso()).unwrap_or_default();
        let (status, responsible, text) = (
            row.status.word(),
            fold(&responsible.join(" ")),
            fold(&text.join(" ")),
        );
        writeln!(out, "{}\t{due}\t{status}\t{responsible}\t{text}", resolution.id).expect("a line");
    }
}

/// Writes the questions that the others can be asked too: kind, words, responsible, due before.
fn dump_queries(file: &Path) {
    let mut out = File::create(file).expect("a file");
    for (kind, filters) in queries() {
        let wanted = [
            "rare word",
            "common word",
            "three words",
            "no hit",
            "two letters",
            "letter by letter",
        ];
        for filter in filters.iter().filter(|_| wanted.contains(&kind)) {
            writeln!(out, "{kind}\t{}\t\t", fold(filter)).expect("a line");
        }
    }
    let before = today().plus_days(30).iso();
    for responsible in ["بهزیستی", "شهرداری", "ورزش"] {
        writeln!(out, "field with due date\t\t{}\t{before}", fold(responsible)).expect("a line");
    }
}

/// Asks each question so many times and prints how long it took.
fn measure(what: &str, rounds: usize, questions: &[String], ask: impl Fn(&str) -> usize) {
    let (mut times, mut own) = (Vec::new(), Vec::new());
    let mut shown = 0;
    for _ in 0..rounds {
        for question in questions {
            let (began, own_began) = (Instant::now(), on_processor());
            shown = ask(question);
            times.push(began.elapsed());
            own.push(on_processor() - own_began);
        }
    }
    let [half, most, worst] = [50, 95, 100].map(|part| percentile(&mut times, part));
    let [own_half, own_most] = [50, 95].map(|part| percentile(&mut own, part));
    println!(
        "| {what:28} | {half:6.2} | {most:6.2} | {worst:8.2} | {own_half:16.2} | {own_most:6.2} | {shown:4} |"
    );
}

fn main() {
    let options = options();
    let folder = options.dir.join(format!("store-{}", options.rows));
    if !folder.exists() {
        let began = Instant::now();
        let (store, _) = Store::open(&folder).expect("a store");
        Maker::new().fill(&store, options.rows, today());
        println!(
            "{} rows made in {:.1} s",
            options.rows,
            began.elapsed().as_secs_f64()
        );
    }
    if options.dump {
        dump_queries(&options.dir.join("queries.tsv"));
        return dump(&folder, &options.dir.join(format!("rows-{}.tsv", options.rows)));
    }
    if !folder.join("index").join("list").exists() {
        let office = begin(&folder, "without an index");
        let began = Instant::now();
        office.make_index();
        println!(
            "index made in {:.1} s, {} MB",
            began.elapsed().as_secs_f64(),
            memory_mb()
        );
    }
    let office = begin(&folder, "with the index");
    // One of another version is made again behind all this.
    office.make_index();
    println!(
        "on disk: journal {} MB, sled {} MB, index {} MB",
        size_mb(&folder.join("journal")),
        size_mb(&folder.join("sled")),
        size_mb(&folder.join("index"))
    );
    println!(
        "| {:28} | p50 ms | p95 ms | worst ms | on processor p50 | p95 | rows |",
        "what"
    );
    for (what, filters) in queries() {
        measure(what, options.rounds, &filters, |filter| {
            first_screen(&office, filter)
        });
    }
    for (what, filters) in queries() {
        if ["rare word", "common word", "two letters"].contains(&what) {
            let what = format!("quick lookup, {what}");
            measure(&what, options.rounds, &filters, |filter| lookup(&office, filter));
        }
    }
    // Reads every record.
    measure("jump", 1, &[rare_word(370)], |words| jump(&office, words));
    measure("list of sessions", options.rounds, &[String::new()], |_| {
        sessions(&office)
    });
    changes(&office, options.rounds * 10);
    println!("memory          {} MB", memory_mb());
}
