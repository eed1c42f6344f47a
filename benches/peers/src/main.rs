//! tantivy on the rows of the bench: whole words, the first fifty in their order with their text.
//!
//! `peers ROWS.tsv QUERIES.tsv FOLDER`

use std::fs;
use std::io::{BufRead, BufReader};
use std::time::{Duration, Instant};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{FAST, INDEXED, STORED, STRING, Schema, TEXT, Value};
use tantivy::{Index, Order, TantivyDocument, doc};

fn main() -> tantivy::Result<()> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let [rows, queries, folder] = names.as_slice() else { panic!("peers ROWS QUERIES FOLDER") };
    let mut schema = Schema::builder();
    let place = schema.add_u64_field("place", FAST | INDEXED);
    let due = schema.add_text_field("due", STRING | STORED);
    let status = schema.add_text_field("status", STRING);
    let responsible = schema.add_text_field("responsible", TEXT);
    let text = schema.add_text_field("text", TEXT | STORED);
    let schema = schema.build();
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    let began = Instant::now();
    let index = Index::create_in_dir(folder, schema)?;
    let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, 200_000_000)?;
    for (number, line) in BufReader::new(fs::File::open(rows)?).lines().enumerate() {
        let line = line?;
        let parts: Vec<&str> = line.splitn(5, '\t').collect();
        writer.add_document(doc!(place => number as u64, due => parts[1], status => parts[2], responsible => parts[3], text => parts[4]))?;
    }
    writer.commit()?;
    println!("tantivy: made in {:.1} s", began.elapsed().as_secs_f64());
    let searcher = index.reader()?.searcher();
    let parser = QueryParser::for_index(&index, vec![text]);
    let mut kinds: Vec<(String, Vec<Duration>)> = Vec::new();
    for _ in 0..5 {
        for line in fs::read_to_string(queries)?.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let mut asked: Vec<String> = parts[1].split(' ').filter(|w| !w.is_empty()).map(|w| format!("+{w}")).collect();
            asked.push("+status:open".to_owned());
            if !parts[2].is_empty() {
                asked.push(format!("+responsible:{} +due:{{* TO {}}}", parts[2], parts[3]));
            }
            let began = Instant::now();
            let query = parser.parse_query(&asked.join(" ")).expect("a query");
            let top = TopDocs::with_limit(50).order_by_fast_field::<u64>("place", Order::Asc);
            let mut bytes = 0;
            for (_, address) in searcher.search(&query, &top)? {
                let document: TantivyDocument = searcher.doc(address)?;
                bytes += document.get_first(text).and_then(|value| value.as_str()).map_or(0, str::len);
            }
            let took = began.elapsed();
            std::hint::black_box(bytes);
            match kinds.iter_mut().find(|(kind, _)| kind == parts[0]) {
                Some((_, times)) => times.push(took),
                None => kinds.push((parts[0].to_owned(), vec![took])),
            }
        }
    }
    for (kind, mut times) in kinds {
        times.sort_unstable();
        let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
        println!("tantivy | {kind:20} | p50 {:8.2} ms | p95 {:8.2} ms", at(50), at(95));
    }
    Ok(())
}
