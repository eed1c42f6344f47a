//! The font that documents carry where an office has set none: Vazirmatn, whose licence (`data/fonts/OFL.txt`) lets a
//! document carry it. Does not know how a format does.

/// Its name.
pub(super) const NAME: &str = "Vazirmatn";
/// For running text.
pub(super) const REGULAR: &[u8] = include_bytes!("../../data/fonts/Vazirmatn-Regular.ttf");
/// For titles and headings.
pub(super) const BOLD: &[u8] = include_bytes!("../../data/fonts/Vazirmatn-Bold.ttf");
