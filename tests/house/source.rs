//! The source as the tests of the house read it: a file's module, and every path that its code names.
//! It does not know which paths are allowed.
//!
//! This is no compiler: macros are read as plain code, and a method that another file gives to a type is not seen.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A path as written: `crate::app::Model`, `super::desk`, `std::fs`.
pub type Named = Vec<String>;

/// One file of `src`, without its tests.
pub struct File {
    /// `["app", "screens", "notes"]` for `app/screens/notes.rs`, and `["app"]` for `app/mod.rs`.
    pub module: Vec<String>,
    /// What its code names, but for re-exports; an imported name at the head of a path is written out.
    pub named: Vec<Named>,
    /// What a name stands for here, by `use`, re-exports among them.
    pub aliases: BTreeMap<String, Named>,
    /// The types and traits at its top level, and whether each is seen outside the file.
    pub types: Vec<(String, bool)>,
}

/// Every file of `src`, without `main.rs`, `lib.rs` and files of tests.
pub fn files() -> Vec<File> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&source, &mut paths);
    let mut read = Vec::new();
    for path in paths {
        let module = module(path.strip_prefix(&source).expect("below src"));
        let is_test = module.iter().any(|name| name.ends_with("tests"));
        if is_test || module == ["main"] || module == ["lib"] {
            continue;
        }
        read.push(File::read(
            module,
            &fs::read_to_string(&path).expect("a source file"),
        ));
    }
    read
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn module(path: &Path) -> Vec<String> {
    let path = path.with_extension("");
    let mut module: Vec<String> = path
        .iter()
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    module.pop_if(|name| name == "mod");
    module
}

impl File {
    /// Reads the paths of a file's text.
    pub fn read(module: Vec<String>, text: &str) -> File {
        let tokens = without_tests(tokens(text));
        let mut file = File {
            module,
            named: Vec::new(),
            aliases: BTreeMap::new(),
            types: types(&tokens),
        };
        let mut written = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at] == "use" && at + 1 < tokens.len() {
                at = file.take_use(&tokens, at, &mut written);
            } else if tokens[at..].iter().take(3).eq(["pub", "(", "in"]) {
                // Who may see an item is no arrow from it.
                at += tokens[at..].iter().take_while(|token| *token != ")").count();
            } else {
                at = take_path(&tokens, at, &mut written);
            }
        }
        file.named = written.iter().map(|path| file.written_out(path)).collect();
        file
    }

    fn take_use(&mut self, tokens: &[String], at: usize, written: &mut Vec<Named>) -> usize {
        // `pub use` and `pub(super) use` only point on; who asks for the name is followed to where it is defined.
        let is_signpost = at > 0 && (tokens[at - 1] == "pub" || tokens[at - 1] == ")");
        let mut brought = Vec::new();
        let end = use_tree(tokens, at + 1, &[], &mut brought);
        for (path, name) in brought {
            if !is_signpost {
                written.push(path.clone());
            }
            self.aliases.insert(name, path);
        }
        end
    }

    fn written_out(&self, path: &Named) -> Named {
        match self.aliases.get(&path[0]) {
            Some(alias) if path.len() > 1 && alias[0] != path[0] => [alias, &path[1..]].concat(),
            _ => path.clone(),
        }
    }
}

/// The types and traits that stand in no braces, and whether `pub` stands before them.
fn types(tokens: &[String]) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "struct" | "enum" | "trait" | "type" | "union" if depth == 0 => {
                let is_visible = at > 0 && (tokens[at - 1] == "pub" || tokens[at - 1] == ")");
                found.extend(tokens.get(at + 1).map(|name| (name.clone(), is_visible)));
            }
            _ => {}
        }
    }
    found
}

/// A path of two or more names that begins here; returns where to read on.
fn take_path(tokens: &[String], at: usize, written: &mut Vec<Named>) -> usize {
    let continues = |at: usize| tokens.get(at + 1).is_some_and(|next| next == "::");
    if !is_name(&tokens[at]) || !continues(at) {
        return at + 1;
    }
    let mut path = vec![tokens[at].clone()];
    let mut at = at;
    while continues(at) && tokens.get(at + 2).is_some_and(|next| is_name(next)) {
        at += 2;
        path.push(tokens[at].clone());
    }
    written.push(path);
    at + 1
}

/// The paths of a `use` with the names they go by; returns where to read on.
fn use_tree(tokens: &[String], mut at: usize, head: &[String], brought: &mut Vec<(Named, String)>) -> usize {
    let mut path = head.to_vec();
    while at < tokens.len() {
        match tokens[at].as_str() {
            "::" => {}
            "{" => loop {
                at = use_tree(tokens, at + 1, &path, brought);
                if tokens.get(at).is_none_or(|token| token != ",") {
                    return at + 1;
                }
            },
            "as" => {
                brought.push((path, tokens[at + 1].clone()));
                return at + 2;
            }
            "self" if !path.is_empty() => {}
            name if is_name(name) || name == "*" => path.push(name.to_owned()),
            _ => break,
        }
        at += 1;
    }
    if path.len() > head.len()
        || tokens
            .get(at.wrapping_sub(1))
            .is_some_and(|token| token == "self")
    {
        let name = path.last().cloned().unwrap_or_default();
        brought.push((path, name));
    }
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The tokens without what stands under `#[cfg(test)]`.
fn without_tests(tokens: Vec<String>) -> Vec<String> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].iter().take(mark.len()).eq(mark) {
            at = end_of_item(&tokens, at + mark.len());
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

fn end_of_item(tokens: &[String], start: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            ";" => {}
            _ => continue,
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// Names, `::` and single signs; comments, strings and characters are left out.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if let Some(length) = passed_over(rest, first) {
            length
        } else {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            let length = match first {
                ':' if rest.starts_with("::") => 2,
                c if is_part(c) => rest.find(|c| !is_part(c)).unwrap_or(rest.len()),
                c => c.len_utf8(),
            };
            tokens.push(rest[..length].to_owned());
            length
        };
        rest = &rest[length..];
    }
    tokens
}

/// How many bytes of blank, comment, string or character begin here.
fn passed_over(rest: &str, first: char) -> Option<usize> {
    let quoted = |from: usize, quote: char| {
        let mut is_escaped = false;
        let end = rest[from..].find(|c| {
            let ends = c == quote && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        });
        from + end.map_or(rest.len() - from, |end| end + 1)
    };
    match first {
        c if c.is_whitespace() => Some(c.len_utf8()),
        '/' if rest.starts_with("//") => Some(rest.find('\n').unwrap_or(rest.len())),
        'r' if rest.starts_with("r#\"") => Some(rest.find("\"#").map_or(rest.len(), |end| end + 2)),
        '"' => Some(quoted(1, '"')),
        // `'a'` and `'\n'` are characters, `'a` alone is a lifetime.
        '\'' if rest[1..].starts_with('\\') || rest[1..].chars().nth(1) == Some('\'') => {
            Some(quoted(1, '\''))
        }
        _ => None,
    }
}
