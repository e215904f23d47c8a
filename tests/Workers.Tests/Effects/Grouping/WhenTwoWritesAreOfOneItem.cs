using Workers.Effects.Decisions;
using Workers.Effects.Grouping;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Grouping;

public sealed class WhenTwoWritesAreOfOneItem
{
    private static readonly ItemKey Key = Shop.Product("mug");

    private static Update Update => Write.Update(Key);

    [Fact]
    public void Additions_add_up() => AssertMerged(
        Update.Add("a", -1).Add("b", 5).Add("c", 2),
        Update.Add("a", -2).Add("b", 3),
        Update.Add("a", -3).Add("b", 8).Add("c", 2));

    [Fact]
    public void Sets_that_are_the_same_are_one() => AssertMerged(Update.Set("a", "x"), Update.Set("a", "x"), Update.Set("a", "x"));

    [Fact]
    public void Sets_of_different_attributes_are_both() =>
        AssertMerged(Update.Set("a", "x"), Update.Set("b", 1m), Update.Set("a", "x").Set("b", 1m));

    [Fact]
    public void The_later_set_stands() => AssertMerged(Update.Set("a", "x").Set("b", "x"), Update.Set("a", "y"), Update.Set("a", "y").Set("b", "x"));

    [Fact]
    public void What_is_added_to_a_set_is_set() => AssertMerged(Update.Set("a", 1m), Update.Add("a", 2), Update.Set("a", 3m));

    [Fact]
    public void What_is_set_after_an_addition_need_not_be_added_to() =>
        AssertMerged(Update.Add("a", 2).Add("b", 1), Update.Set("a", 1m), Update.Add("b", 1).Set("a", 1m));

    [Fact]
    public void Nothing_is_added_to_a_text() => AssertApart(Update.Set("a", "x"), Update.Add("a", 1));

    [Fact]
    public void An_insert_shares_with_nothing()
    {
        var insert = Write.Insert(Key, Item.Empty);

        AssertApart(insert, insert);
        AssertApart(insert, Update.Add("a", 1));
        AssertApart(Update.Add("a", 1), insert);
    }

    [Fact]
    public void A_check_and_a_write_never_share()
    {
        var check = Write.Check(Key, Condition.AtMost("a", 1));

        AssertApart(check, Update.Add("a", 1));
        AssertApart(Update.Add("b", 1), check);
        AssertApart(Write.Insert(Key, Item.Empty), check);
    }

    [Fact]
    public void Checks_merge_to_the_strictest() => AssertMerged(
        Write.Check(Key, Condition.AtMost("a", 4)),
        Write.Check(Key, Condition.AtMost("a", 2)),
        Write.Check(Key, Condition.AtMost("a", 2)));

    [Fact]
    public void Checks_of_one_absence_are_one() => AssertMerged(
        Write.Check(Key, Condition.ItemAbsent), Write.Check(Key, Condition.ItemAbsent), Write.Check(Key, Condition.ItemAbsent));

    [Fact]
    public void Checks_that_exclude_each_other_do_not_share()
    {
        AssertApart(Write.Check(Key, Condition.ItemAbsent), Write.Check(Key, Condition.AtMost("a", 2)));
        AssertApart(Write.Check(Key, Condition.ItemExists), Write.Check(Key, Condition.ItemAbsent));
        AssertApart(Write.Check(Key, Condition.Is("a", "x")), Write.Check(Key, Condition.Is("a", "y")));
        AssertApart(Write.Check(Key, Condition.Is("a", "x")), Write.Check(Key, Condition.Is("a", (string?)null)));
    }

    [Fact]
    public void A_later_interval_is_shifted_by_the_addition_before_it() => AssertMerged(
        Update.Add("a", -3),
        Update.Add("a", -2).When(Condition.Between("a", 2, 10)),
        Update.Add("a", -5).When(Condition.Between("a", 5, 13)));

    [Theory]
    [InlineData(3.0, null, 2.0, null, 5.0, null)]
    [InlineData(9.0, null, 2.0, null, 9.0, null)]
    [InlineData(3.0, 8.0, 2.0, 4.0, 5.0, 7.0)]
    [InlineData(null, 6.0, 1.0, null, 4.0, 6.0)]
    [InlineData(null, null, 1.0, 2.0, 4.0, 5.0)]
    public void Intervals_intersect(double? low, double? high, double? nextLow, double? nextHigh, double? bothLow, double? bothHigh) =>
        AssertMerged(
            Update.Add("a", -3).When(Between(low, high)),
            Update.Add("a", -2).When(Between(nextLow, nextHigh)),
            Update.Add("a", -5).When(Between(bothLow, bothHigh)));

    [Fact]
    public void Intervals_that_do_not_meet_do_not_share() => AssertApart(
        Update.Add("a", -3).When(Condition.AtMost("a", 10)),
        Update.Add("a", -2).When(Condition.AtLeast("a", 8)));

    [Fact]
    public void A_condition_on_what_is_set_before_it_is_known_to_hold()
    {
        AssertMerged(Update.Set("a", 1m), Update.Add("b", 1).When(Condition.Is("a", 1m)), Update.Set("a", 1m).Add("b", 1));
        AssertMerged(Update.Set("a", "x"), Update.Add("b", 1).When(Condition.Is("a", "x")), Update.Set("a", "x").Add("b", 1));
    }

    [Fact]
    public void A_condition_that_what_is_set_does_not_meet_keeps_them_apart()
    {
        AssertApart(Update.Set("a", 1m), Update.Add("b", 1).When(Condition.Is("a", 2m)));
        AssertApart(Update.Set("a", "x"), Update.Add("b", 1).When(Condition.Is("a", (string?)null)));
        AssertApart(Update.Add("a", 1), Update.Add("b", 1).When(Condition.Is("a", (string?)null)));
    }

    [Fact]
    public void An_item_is_there_after_an_update() =>
        AssertMerged(Update.Add("a", 1), Update.Add("b", 1).When(Condition.ItemExists), Update.Add("a", 1).Add("b", 1));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_action_does_what_two_do_one_after_another_and_only_where_both_would(int seed)
    {
        var random = new Random(seed);
        var merged = 0;
        for (var round = 0; round < 500; round++)
        {
            var stock = random.Next(4) == 0 ? null : Item.Empty.With("a", random.Next(3)).With("b", random.Next(2) == 0 ? "x" : null);
            var (first, second) = (AnyUpdate(random), AnyUpdate(random));
            if (WriteMerge.TryMerge(first, second) is not { } both)
            {
                continue;
            }

            merged++;
            var (apart, together) = (StoreWith(stock), StoreWith(stock));
            var isDoneApart = apart.Commit([first]).IsCommitted && apart.Commit([second]).IsCommitted;
            var isDoneTogether = together.Commit([both]).IsCommitted;

            // Of a number that is not there yet an interval cannot say what will be added: then the commit is refused, and both are tried alone.
            Assert.True(isDoneTogether == isDoneApart || (stock is null && !isDoneTogether));
            if (isDoneTogether)
            {
                Assert.Equal(Describe(apart[Key]), Describe(together[Key]));
            }
        }

        Assert.InRange(merged, 50, 499);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    private static Update AnyUpdate(Random random)
    {
        var update = random.Next(3) switch
        {
            0 => Update.Set("a", (decimal)random.Next(3)),
            1 => Update.Add("a", random.Next(-2, 3)),
            _ => Update.Set("b", random.Next(2) == 0 ? "x" : "y"),
        };
        return random.Next(5) switch
        {
            0 => update.When(Condition.Between("a", random.Next(3), random.Next(2, 5))),
            1 => update.When(Condition.Is("b", random.Next(2) == 0 ? "x" : null)),
            2 => update.When(Condition.ItemExists),
            3 => update.When(Condition.ItemAbsent),
            _ => update,
        };
    }

    private static InMemoryStore StoreWith(Item? item)
    {
        var store = new InMemoryStore(new FakeTime());
        if (item is not null)
        {
            store.Commit([Write.Insert(Key, item)]);
        }

        return store;
    }

    private static string Describe(Item? item) =>
        string.Join(", ", item!.Attributes.OrderBy(attribute => attribute.Key).Select(attribute => $"{attribute.Key} = {attribute.Value.S}{attribute.Value.N}"));

    [Fact]
    public void A_condition_on_what_is_set_after_it_does() => AssertMerged(
        Update.Add("b", 1).When(Condition.Is("a", "x")),
        Update.Set("a", "y"),
        Update.Add("b", 1).Set("a", "y").When(Condition.Is("a", "x")));

    [Fact]
    public void Absence_cannot_hold_after_an_update() =>
        AssertApart(Update.Add("a", 1), Update.Add("a", 1).When(Condition.ItemAbsent));

    private static Condition Between(double? low, double? high) => Condition.Between("a", (decimal?)low, (decimal?)high);

    private static void AssertMerged(Write earlier, Write later, Write both) =>
        Assert.Equal(Describe(both), Describe(WriteMerge.TryMerge(earlier, later)));

    private static void AssertApart(Write earlier, Write later) => Assert.Null(WriteMerge.TryMerge(earlier, later));

    private static string? Describe(Write? write) => write switch
    {
        Update update => $"add {string.Join(", ", update.Adds.OrderBy(add => add.Key))}; "
            + $"set {string.Join(", ", update.Sets.OrderBy(set => set.Key).Select(set => $"{set.Key} = {set.Value.S}{set.Value.N}"))}; "
            + $"when {string.Join(", ", update.Conditions.Select(Describe))}",
        Check check => $"check {string.Join(", ", check.Conditions.Select(Describe))}",
        _ => write?.ToString(),
    };

    private static string Describe(Condition condition) => condition switch
    {
        Condition.Interval interval => $"{interval.Name} in [{interval.Low:0.##}, {interval.High:0.##}]",
        Condition.Same same => $"{same.Name} = {same.Value?.S}{same.Value?.N}",
        _ => condition.ToString(),
    };
}
