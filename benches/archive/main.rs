//! Lookups in archives of any size, as a person at the desk makes them: through the office, text and all.
//! Does not know how they are answered.
//!
//! `cargo bench --bench archive -- --rows 10000 --dir /tmp/dabir-bench`

mod rows;

use dabir::calendar::Day;
use dabir::office::query::{Answer, Query};
use dabir::office::read;
use dabir::store::Store;
use rows::{Maker, rare_word};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The day all archives are looked at.
fn today() -> Day {
    Day::from_jalali(1405, 9, 1).expect("a day")
}

struct Options {
    rows: usize,
    dir: PathBuf,
    rounds: usize,
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
    vec![
        ("no filter", words(&[""])),
        ("rare word", (1..9).map(|n| rare_word(n * 9_000)).collect()),
        ("common word", words(&["گزارش", "استان", "مقرر", "برگزاری"])),
        (
            "three words",
            words(&[
                "گزارش استان سالمندان",
                "برنامه آموزش خانواده",
                "دستگاه های اعلام تهیه",
            ]),
        ),
        (
            "field with due date",
            words(&[
                "مسئول:بهزیستی مهلت<۳۰روز",
                "مسئول:شهرداری مهلت>1405/08",
                "وضعیت:معوق مسئول:ورزش",
            ]),
        ),
        ("no hit", words(&["قسطنطنیه", "اقیانوسیه گزارش", "zzz"])),
        ("two letters", words(&["ار", "صد", "خو", "ژ"])),
        (
            "minus and or",
            words(&["گزارش -استان", "گرمخانه|سالمند", "-گزارش -استان -مقرر"]),
        ),
        (
            "letters typed",
            words(&["گ", "گر", "گرم", "گرمخ", "گرمخا", "گرمخان", "گرمخانه"]),
        ),
    ]
}

fn first_screen(store: &Store, filter: &str) -> usize {
    let query = Query::Resolutions {
        filter: filter.to_owned(),
        open: true,
        limit: 50,
    };
    match read::answer(store, &query, today()) {
        Ok(Answer::Resolutions(Ok(rows))) => rows.len(),
        other => panic!("{filter}: {other:?}"),
    }
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
    let began = Instant::now();
    let (store, _) = Store::open(&folder).expect("a store");
    println!(
        "open            {:9.1} ms   {} MB",
        began.elapsed().as_secs_f64() * 1e3,
        memory_mb()
    );
    first_screen(&store, "");
    println!(
        "to first screen {:9.1} ms   {} MB",
        began.elapsed().as_secs_f64() * 1e3,
        memory_mb()
    );
    println!("| {:20} | p50 ms | p95 ms | worst ms | rows |", "what");
    for (what, filters) in queries() {
        let mut times = Vec::new();
        let mut shown = 0;
        for _ in 0..options.rounds {
            for filter in &filters {
                let began = Instant::now();
                shown = first_screen(&store, filter);
                times.push(began.elapsed());
            }
        }
        let (half, most, worst) = (
            percentile(&mut times, 50),
            percentile(&mut times, 95),
            percentile(&mut times, 100),
        );
        println!("| {what:20} | {half:6.2} | {most:6.2} | {worst:8.2} | {shown:4} |");
    }
    println!("memory          {} MB", memory_mb());
}
