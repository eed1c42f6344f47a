//! Documents judged by other programs than ours. Those that need an installation of their own are judged by
//! `.ci/documents.sh`, which is given the files from here.
//! It does not know how a document is written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]

mod handed;
mod made_up;
mod page_text;
mod pages;
mod sample;
