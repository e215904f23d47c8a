using System.Text.Json.Nodes;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenRegistrationsContradict
{
    private static readonly EventName A = new("test", "A");
    private static readonly EventName B = new("test", "B");

    [Fact]
    public void A_name_that_is_registered_twice_is_told() =>
        Told("test/A is registered twice.", builder => builder.Event(A, TestEventsJson.Default.Moved, "2.0"));

    [Fact]
    public void A_type_under_two_names_is_told() =>
        Told("Moved is registered under two names, so neither could be published.", builder => builder.Event(B, TestEventsJson.Default.Moved));

    [Fact]
    public void A_version_that_is_none_is_told() =>
        Told("test/B: the version must be major.minor, such as 1.0.", builder => builder.Event(B, TestEventsJson.Default.Moved, "two"));

    [Fact]
    public void An_answer_that_nobody_registered_is_told() =>
        Told("test/B answers tasks, and nobody registered it.", builder => builder.AnswersTask(A, B));

    [Fact]
    public void Another_spelling_of_what_nobody_registered_is_told() =>
        Told("test/C is another spelling of test/B, which nobody registered.", builder => builder.Alias(new("test", "C"), B));

    [Fact]
    public void Another_spelling_that_is_an_event_of_its_own_is_told() =>
        Told("test/A is registered twice.", builder => builder.Alias(A, A));

    [Fact]
    public void Two_upcasters_from_one_version_are_told() =>
        Told("test/B has two upcasters from version 1.", builder => builder.Upcast(B, A, Same).Upcast(B, A, Same));

    [Fact]
    public void An_upcaster_from_the_newest_version_is_told() =>
        Told("test/A has an upcaster from version 1, which is its newest.", builder => builder.Upcast(A, B, Same));

    [Fact]
    public void Upcasters_that_lead_nowhere_are_told() =>
        Told("test/B is upcast to version 7 of test/A, which nobody registered.", builder => builder.Upcast(B, A, Same, toMajor: 7));

    [Fact]
    public void Upcasters_in_a_circle_are_told() =>
        Told("test/B: its upcasters from version 1 run in a circle.", builder => builder.Upcast(B, B, Same, 1, 2).Upcast(B, B, Same, 2, 1));

    [Fact]
    public void All_are_told_at_once()
    {
        var builder = Builder().Alias(A, A).Upcast(A, B, Same);

        var error = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
        Assert.Contains("newest", error.Message, StringComparison.Ordinal);
    }

    private static void Told(string expected, Func<EventRegistryBuilder, EventRegistryBuilder> contradict)
    {
        var error = Assert.Throws<InvalidOperationException>(contradict(Builder()).Build);

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static EventRegistryBuilder Builder() => new EventRegistryBuilder().Event(A, TestEventsJson.Default.Moved);

    private static JsonObject Same(JsonObject detail) => detail;
}
