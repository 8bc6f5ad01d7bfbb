/** Groups that are joined one by one, of which some must stay apart: a disjoint-set forest. */
export class Groups<Member> {
  readonly #leaders: Map<Member, Member>;

  constructor(
    groups: readonly (readonly Member[])[],
    /** Pairs whose groups must not become one. A pair that shares a group from the first does not count. */
    private readonly parted: readonly (readonly [Member, Member])[]
  ) {
    this.#leaders = new Map(
      groups.flatMap(([leader, ...rest]) =>
        leader === undefined ? [] : [leader, ...rest].map((member) => [member, leader] as const)
      )
    );
  }

  copy(): Groups<Member> {
    return new Groups(this.all(), this.parted);
  }

  has(member: Member): boolean {
    return this.#leaders.has(member);
  }

  areOne(one: Member, other: Member): boolean {
    return this.#leaderOf(one) === this.#leaderOf(other);
  }

  /** Whether a member of the one is parted from a member of the other. */
  areApart(one: Member, other: Member): boolean {
    if (this.areOne(one, other)) return false;
    return this.parted.some(
      ([a, b]) =>
        (this.areOne(a, one) && this.areOne(b, other)) ||
        (this.areOne(a, other) && this.areOne(b, one))
    );
  }

  join(one: Member, other: Member): void {
    this.#leaders.set(this.#leaderOf(other), this.#leaderOf(one));
  }

  all(): readonly (readonly Member[])[] {
    const groups = new Map<Member, Member[]>();
    for (const member of this.#leaders.keys()) {
      const leader = this.#leaderOf(member);
      const group = groups.get(leader);
      if (group) group.push(member);
      else groups.set(leader, [member]);
    }
    return [...groups.values()];
  }

  #leaderOf(member: Member): Member {
    let leader = member;
    for (;;) {
      const next = this.#leaders.get(leader);
      if (next === undefined || next === leader) return leader;
      leader = next;
    }
  }
}
