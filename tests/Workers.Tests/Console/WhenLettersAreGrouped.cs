using Workers.Console.DeadLetters;
using Workers.Operations.DeadLetters;

namespace Workers.Tests.Console;

public sealed class WhenLettersAreGrouped
{
    [Fact]
    public void Ids_and_numbers_do_not_tell_causes_apart()
    {
        var look = LookAt(
            Letter("a", "Charge pay-17 of ORD-1 was refused", "ORD-1", minute: 1),
            Letter("b", "Charge pay-18 of ORD-2 was refused", "ORD-2", minute: 3),
            Letter("c", "The provider is closed", "ORD-3", minute: 2));

        Assert.Equal([2, 1], look.Groups.Select(group => group.Count));
        Assert.Equal(["ORD-1", "ORD-2"], look.Groups[0].Orders);
        Assert.Equal((Minute(1), Minute(3)), (look.Groups[0].FirstSeen, look.Groups[0].LastSeen));
    }

    [Fact]
    public void Few_of_a_group_are_kept_and_all_are_counted()
    {
        var look = LookAt([.. Enumerable.Range(0, 1_000).Select(number => Letter($"{number}", "refused", $"ORD-{number:0000}", minute: 1))]);

        var group = Assert.Single(look.Groups);
        Assert.Equal((1_000, 1_000, 100, 25), (group.Count, group.OrderCount, group.Orders.Count, group.Examples.Count));
    }

    [Fact]
    public void A_filter_of_a_group_means_its_letters_and_no_others()
    {
        var (one, other) = (Letter("a", "refused", "ORD-1", 1), Letter("b", "closed", "ORD-1", 1));
        var filter = new LetterFilter { Group = Fingerprint.Of(one).Id };

        Assert.True(filter.Matches(one, Minute(5)));
        Assert.False(filter.Matches(other, Minute(5)));
    }

    [Theory]
    [InlineData("""{"detail":{"orderId":"ORD-1"}}""", "ORD-1")]
    [InlineData("""{"event":{"detail":{"orderId":"ORD-1"}}}""", "ORD-1")]
    [InlineData("""{"detail":{"order_id":"ORD-1"}}""", "ORD-1")]
    [InlineData("""{"detail":"ORD-1"}""", null)]
    [InlineData("no event", null)]
    [InlineData("""{"detail":{"orderId":"\ud800"}}""", null)]
    public void The_order_is_told_from_whatever_body_names_one(string body, string? orderId) =>
        Assert.Equal(orderId, BodyGlance.At(body).OrderId);

    private static LetterSurvey LookAt(params IEnumerable<DeadLetter> letters)
    {
        var tally = new LetterTally();
        foreach (var letter in letters)
        {
            tally.Add(letter);
        }

        return tally.Answer("payments-dlq", Minute(5), isWhole: true);
    }

    private static DeadLetter Letter(string id, string reason, string orderId, int minute) => new(
        id,
        "receipt",
        $$$"""{"source":"ecommerce.inventory","detail-type":"Inventory Reserved","detail":{"orderId":"{{{orderId}}}"}}""",
        Minute(minute),
        ReceiveCount: 1,
        new Dictionary<string, string> { ["Reason"] = reason });

    private static DateTimeOffset Minute(int minute) => new(2026, 1, 15, 10, minute, 0, TimeSpan.Zero);
}
