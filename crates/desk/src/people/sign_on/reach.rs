//! Which machines may be asked on behalf of a sign-in.
//!
//! The rule: the issuer that the settings name, wherever it stands, and otherwise only machines on the public net: a discovery document that
//! was tampered with must not lead into the organisation's own network. It is asked of the addresses that are then connected to, so a name
//! that changes between the two gains nothing.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks names up, and refuses what may not be reached.
#[derive(Debug)]
pub(super) struct Reach {
    /// The host of the issuer.
    pub(super) issuer_host: String,
    /// Looks up.
    pub(super) names: DefaultResolver,
}

impl Resolver for Reach {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let is_issuer = uri.host().is_some_and(|host| host.eq_ignore_ascii_case(&self.issuer_host));
        if is_issuer || found.iter().all(|address| is_public(address.ip())) { Ok(found) } else { Err(ureq::Error::HostNotFound) }
    }
}

/// True for an address on the public net: none of those that the registries of RFC 6890 set apart.
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_set_apart = matches!((a, b, c), (0 | 10 | 127, ..) | (100, 64..=127, _) | (169, 254, _) | (172, 16..=31, _))
        || matches!((a, b, c), (192, 168, _) | (192, 0, 0 | 2) | (198, 18 | 19, _) | (198, 51, 100) | (203, 0, 113) | (224.., ..));
    !is_set_apart
}

/// The part of the net that is given out (2000::/3), without what carries an address of version 4 or is for documents.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    (0x2000..0x4000).contains(&first) && first != 0x2002 && !(first == 0x2001 && (second < 0x200 || second == 0xdb8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_inside_an_organisation_counts_as_public() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12:3456::1",
            "::ffff:10.0.0.1",
            "2002:a00:1::",
            "2001:db8::1",
        ] {
            assert!(!is_public(inside.parse().expect("an address")), "{inside}");
        }
        for outside in ["8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2a00:1450:4009::1", "2001:4860:4860::8888"] {
            assert!(is_public(outside.parse().expect("an address")), "{outside}");
        }
    }
}
