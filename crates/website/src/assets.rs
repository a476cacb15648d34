//! The style sheet, the scripts and the icon: built into the program.
//!
//! The rule: an asset's address holds its digest, so it may be kept for ever and a new program never meets an old style.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::finish::Ready;
use crate::reply::{Keeping, Reply};

const STYLE: &str = include_str!("../../../ui/dist/site.css");
const SCRIPT: &str = include_str!("../../../ui/dist/site.js");
const MAP_SCRIPT: &str = include_str!("../../../ui/dist/map.js");
/// Two bodies that share: two rings that overlap.
const ICON: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" fill=\"#0f5c5c\"/>\
                    <g fill=\"none\" stroke=\"#fff\" stroke-width=\"3\"><circle cx=\"12\" cy=\"16\" r=\"7\"/><circle cx=\"20\" cy=\"16\" r=\"7\"/></g></svg>";

/// All assets with their addresses.
pub(crate) struct Assets([Asset; 4]);

struct Asset {
    address: String,
    ready: Arc<Ready>,
}

impl Assets {
    /// Those that the program was built with.
    pub(crate) fn built_in() -> Assets {
        let asset = |name: &str, ending: &str, content_type, text: &'static str| {
            let digest: String = Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            let reply = Reply { keeping: Keeping::Forever, ..Reply::text(content_type, text.to_string()) };
            Asset { address: format!("/assets/{name}-{digest}.{ending}"), ready: Arc::new(Ready::new(reply)) }
        };
        Assets([
            asset("site", "css", "text/css; charset=utf-8", STYLE),
            asset("site", "js", "text/javascript; charset=utf-8", SCRIPT),
            asset("map", "js", "text/javascript; charset=utf-8", MAP_SCRIPT),
            asset("icon", "svg", "image/svg+xml", ICON),
        ])
    }

    /// Address of the style sheet.
    pub(crate) fn style(&self) -> &str {
        &self.0[0].address
    }

    /// Address of the script of every page.
    pub(crate) fn script(&self) -> &str {
        &self.0[1].address
    }

    /// Address of the script of the map.
    pub(crate) fn map_script(&self) -> &str {
        &self.0[2].address
    }

    /// Address of the icon.
    pub(crate) fn icon(&self) -> &str {
        &self.0[3].address
    }

    /// The asset at an address.
    pub(crate) fn at(&self, address: &str) -> Option<Arc<Ready>> {
        self.0.iter().find(|asset| asset.address == address).map(|asset| Arc::clone(&asset.ready))
    }
}
