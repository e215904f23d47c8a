using Workers.Operations.DeadLetters;

namespace Workers.Tests.Operations;

public sealed class WhenDeadLettersAreGrouped
{
    [Fact]
    public void Those_that_failed_at_one_place_are_one_whatever_their_messages_say() => Assert.Equal(
        Of(("Handler", "Orders.H"), ("ExceptionType", "System.E"), ("Place", "Orders.H.Decide"), ("Reason", "Failed at receive 5: ORD-1")),
        Of(("Handler", "Orders.H"), ("ExceptionType", "System.E"), ("Place", "Orders.H.Decide"), ("Reason", "Failed at receive 9: ORD-2")));

    [Theory]
    [InlineData("Handler", "Orders.Other")]
    [InlineData("ExceptionType", "System.Other")]
    [InlineData("Place", "Orders.H.Reads")]
    public void Another_handler_exception_or_place_is_another_group(string name, string value) => Assert.NotEqual(
        Of(("Handler", "Orders.H"), ("ExceptionType", "System.E"), ("Place", "Orders.H.Decide")),
        Of([.. new (string Name, string Value)[] { ("Handler", "Orders.H"), ("ExceptionType", "System.E"), ("Place", "Orders.H.Decide") }
            .Select(attribute => attribute.Name == name ? (name, value) : attribute)]));

    [Fact]
    public void Without_a_place_the_reason_tells_them_apart_but_not_its_ids_and_numbers()
    {
        Assert.Equal(Of(("Reason", "ORD-17 has 3 lines")), Of(("Reason", "ORD-2026-a7 has 90 lines")));
        Assert.NotEqual(Of(("Reason", "customerId: is required")), Of(("Reason", "amount: is required")));
    }

    [Fact]
    public void A_group_tells_how_many_since_when_and_until_when()
    {
        var letters = Enumerable.Range(0, 3).Select(number => Letter(FakeTime.Start.AddMinutes(number), ("Reason", $"ORD-{number}")));

        var group = Assert.Single(LetterGroup.Of(letters));

        Assert.Equal((3, FakeTime.Start, FakeTime.Start.AddMinutes(2)), (group.Count, group.First, group.Last));
    }

    private static string Of(params (string Name, string Value)[] attributes) => Fingerprint.Of(Letter(FakeTime.Start, attributes)).Id;

    private static DeadLetter Letter(DateTimeOffset sentAt, params (string Name, string Value)[] attributes) =>
        new("id", "receipt", "{}", sentAt, 1, attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value));
}
