using Amazon.EventBridge.Model;
using Workers.Operations.DeadLetters;

namespace Workers.Tests.Cli;

public sealed class WhenATargetsInputIsMade
{
    private const string Body = """{"detail":{"amount":1}}""";

    [Fact]
    public void A_target_without_a_transformer_gets_the_event() => Assert.Equal(Body, TargetInput.Render(new(), Body));

    [Fact]
    public void A_template_gets_the_event_where_it_asks_for_it() =>
        Assert.Equal($$"""{"is":{{Body}}}""", TargetInput.Render(Template("""{"is":<aws.events.event.json>}"""), Body));

    public static TheoryData<Target> BeyondUs =>
    [
        new Target { Input = "{}" },
        new Target { InputPath = "$.detail" },
        new Target { InputTransformer = new() { InputTemplate = "<a>", InputPathsMap = new() { ["a"] = "$.detail" } } },
        Template("""{"rule":<aws.events.rule-name>,"is":<aws.events.event.json>}"""),
    ];

    [Theory]
    [MemberData(nameof(BeyondUs))]
    public void What_only_eventbridge_can_make_is_refused_rather_than_guessed(Target target) =>
        Assert.Throws<NoRouteException>(() => TargetInput.Render(target, Body));

    private static Target Template(string template) => new() { InputTransformer = new() { InputTemplate = template } };
}
