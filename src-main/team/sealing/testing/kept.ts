/** What format 1 sealed once, with keys that were made for this and nothing else, and an age file of age 1.2.1. */
export const kept = {
  keys: {
    format: 1,
    seed: '5K5XdSnARsBjF04U5EUBlnE7axouifjZz0zDYvbfzcs',
    reader: {
      identity: 'AGE-SECRET-KEY-1TXMDRPQHE050L5NGDEWTFUMPW2F49F0DGQD8CA2Z9J7XEE0NQ46QR50YXE',
      recipient: 'age1fhvk926nmwdzmeacke70xfk429ugfrmeh0h9gg6kvhghszwemd9sv3k2sx'
    },
    invitation: null
  },
  keyring: {
    format: 1,
    library: '7b824bb0e953a3da57bcda867053c7da',
    topicKey: 'K7807J5NfPxR6CyHLGUDePg5jencvV_dbpJXqLfMOy8',
    epochs: ['ij4ReoPMzvjSUQv6rmxg7rFHMfoztiJRQNgO-N7R0P4']
  },
  row: {
    device: '09ce864a6a3a9cafe35761f84dfc810c',
    n: 7,
    topic: '4558443bfc6aab227b7071fb6e848008',
    bytes:
      '535052017b824bb0e953a3da57bcda867053c7dad4767e349f95b446f215086b9de6510709ce864a6a3a9cafe35761f84dfc810c00000007cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd4558443bfc6aab227b7071fb6e848008de37be264c50309d725e976ed92ae0b81e352a14b4658da8c4077851101f14ace14183115a1f15dbecdff06c0fd41e3e8597b0b7d37d36ef84798ed2bf4b09b1781a54998fd0d5ce3ae4e8a9680a6342a0114ad3b3eafe2e703e89dd8204db4066d384fb381c9792581a3a1dda2684b0f35bad55a0b6aa7d27b8d487b0726c1fce32b46e1905c17958c8eb3f94e75392e8fa234a27ade616a41802fb9204d43a0f6357c989e1ba6295446df5ea7c3b687edc0e153c63455f960a196b80fa'
  },
  rowHash: '196b80fa95e2e1b1cf06b698f48cc700cce1099f21166991ac8e3d3341f84525',
  file: {
    name: '4f41d3d3bec5c1ddcfb8dccd82f86b0d',
    hash: 'd44860fa2e39aa604644fe0053dcfb7d6620a3ca543aa981dcb04642bb0ffda2',
    bytes:
      '535046017b824bb0e953a3da57bcda867053c7dad4767e349f95b446f215086b9de651074b481342b9eb95411f551a8b32bf29485880dfc04bcf4b2c51dce382d46783a382530047b9b1232c94512d8b4f29411d2f8b5a2491d987',
    /** In format 2 of files. */
    second:
      '535046027b824bb0e953a3da57bcda867053c7dad4767e349f95b446f215086b9de651075da9fcab09ce270b857bcbe4e436ebc5c6d78ff0913b31a6da7312b6833612'
  },
  line: 'standpoint-join:1.eyJjYXJyaWVyIjoiZm9sZGVyOnRlYW0iLCJsaWJyYXJ5IjoiN2I4MjRiYjBlOTUzYTNkYTU3YmNkYTg2NzA1M2M3ZGEiLCJuYW1lIjoiV2F0ZXIiLCJwZXJzb24iOiJCIiwibWVtYmVyIjoiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWIiLCJmb3VuZGVyIjoiQUgxQ1FnbFVyaWFWMmNlbFJuTHBRdG40YlVIUWFEeG9hQVdYbTdtbV93dyIsImlkZW50aXR5IjoiQUdFLVNFQ1JFVC1LRVktMTdGM1hLTURHVUxWTkxFWVpEM0tHR0FZWEhURjQ4QVRSRUg4OUQ5RU1RTEg1TEw5SEdKM1E1RTNOVzgiLCJ1bnRpbCI6IjIwMjYtMDMtMTVUMTA6MDA6MDBaIn3V_ji-.',
  invitation: 'b5fe82eb72601dd47897cc60cfda705d',
  parcel: {
    name: 'bd68c857fd9b35cec9e488a30252103c',
    bytes:
      '6167652d656e6372797074696f6e2e6f72672f76310a2d3e205832353531392073775738707766794b46644a7a4e63305a654131696733414376644a654541584c2f6246304b36644954670a7369756a5835744649795153762b4f35323566512b2f344433673944356f632b333139676f6931715642340a2d2d2d206241566770663176562b51536e4f366b46763862477a6573715377436c7a56416c56502f6a5050466876630a6711531640d93195124925521afa523c0f82dfdb7842b2eee5a38df668e905a6390b338783f42781343f1b5e0b5ed3d5fa8aa0e7269f836379ab18f8473fb049ac031d80e877db1f5c0ec744a64151566d95b38d4b52f4d6985ce3c157f691fe296cbb7d1c50cd0ce50006064f3f9b0194c4904fd9938806d00c71f37b5a6ab23445f2db755bd5ced1df5d8ef9211e572b224684f2e1f858f4c5a4ca6819110c2f592cbe7a0cc9d1b04e04e3ddeb3eedb7baf1b78efd5cb3439e9757cc12a2e58eb58710d3e18bc5bc60d0'
  },
  sheet: [
    '1  05XR-4JXG-X59T-7PJQ-K05V',
    '2  QKD8-CW2K-RZD0-0ZA2-WDGY',
    '3  884N-9BH6-JQCW-F9A6-NW54',
    '4  EBMM-5PFR-DN0X-0T1W-DGMR',
    '5  D1M0-B5WV-Q6KF-Y37J-3Q2V',
    '6  C9NP-VA77-V4ZY-90KC-PE5C',
    '7  DJ27-91NT-TD9Z-ARYD-D94E',
    '8  SSB9-EER7-XX7Z-SDT4-MFKV',
    '9  MAF4-ENZH-R85R-706Y-FKJA'
  ],
  chains: {
    format: 1,
    chains: [
      {
        device: 'abababababababababababababababab',
        before: 0,
        hashes: 'pDjBcne5ssZB3blJ',
        n: 2,
        hash: 'b2c641ddb949711bf34ae9f274cf570f4c27189875544758edaae1b9eccce02a'
      },
      {
        device: 'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',
        before: 0,
        hashes: 'n2npyzT2',
        n: 1,
        hash: '9f69e9cb34f6bfb15be6f11d3f70bc119848940368de5d567a7fb50d6ed07abe'
      }
    ],
    told: [
      {
        teller: 'abababababababababababababababab',
        heads: [
          {
            device: 'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',
            n: 1,
            hash: '9f69e9cb34f6bfb15be6f11d3f70bc11'
          }
        ]
      },
      {
        teller: 'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd',
        heads: [
          {
            device: 'abababababababababababababababab',
            n: 1,
            hash: 'a438c17277b9311e173ab418372c5167'
          }
        ]
      }
    ],
    forks: []
  },
  ageFile: {
    identity: 'AGE-SECRET-KEY-1T4TA7F78WVXN8T257JMW372TC2SN59T32VL7TLJEM86KQZ88Z5DS6N7WRA',
    text: 'Written by the reference program',
    bytes:
      '6167652d656e6372797074696f6e2e6f72672f76310a2d3e205832353531392038322b6b4e797a447547652f4e385543397a5a4155453041796e486a62316f7031724f4762367a414254380a2f4a35534a7a545731374c716e55304c2b6f367a4b51362f536a514b41393541574b39636d446c79496e730a2d2d2d206b354b73314658566a666548754b6934374d6c576a684e3054557754614f334d41366d494f6463514e756b0a6b4015c673e1f7c1625a749086e40e7993f37e8e02a2833bb66b437293eb1faa8bd732c580fca199d5c1fb3e10c3f6fda93655426202cabf757227f64c0fc6be'
  }
};
