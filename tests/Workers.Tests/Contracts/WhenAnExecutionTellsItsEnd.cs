using System.Text.Json;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenAnExecutionTellsItsEnd
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:execution:state-machine-name:execution-name";
    private static readonly EventRegistry Registry = EventCatalog.Build();

    [Fact]
    public void The_order_is_that_of_the_trigger_that_it_began_with()
    {
        var input = JsonSerializer.Serialize("""{"id":"1","source":"workflow","detail":{"workflow_id":"WF-1","order_id":"ORD-1"}}""");

        var received = Registry.Read(Bodies.Envelope(EventNames.ExecutionStatusChanged, $$"""
            {"executionArn":"{{Arn}}","stateMachineArn":"arn:x","name":"execution-name","status":"TIMED_OUT","startDate":1551225271984,
             "stopDate":1551225571984,"input":{{input}},"output":null,"inputDetails":{"included":true},"outputDetails":null,
             "error":"States.Timeout","cause":"too slow"}
            """), "M1");

        Assert.Equal(new ExecutionEnded(Arn, "TIMED_OUT", "States.Timeout: too slow", "ORD-1"), received.Detail);
        Assert.Equal(Bodies.EnvelopeId, received.Metadata.EventId);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("\"\"")]
    [InlineData("\"not JSON\"")]
    [InlineData("\"[1]\"")]
    [InlineData("\"{}\"")]
    [InlineData("\"{\\\"detail\\\":7}\"")]
    [InlineData("\"{\\\"detail\\\":{\\\"order_id\\\":7}}\"")]
    public void An_input_that_names_no_order_is_none(string input)
    {
        var received = Registry.Read(
            Bodies.Envelope(EventNames.ExecutionStatusChanged, $$"""{"executionArn":"{{Arn}}","status":"ABORTED","input":{{input}}}"""), "M1");

        Assert.Equal(new ExecutionEnded(Arn, "ABORTED", ""), received.Detail);
    }

    [Fact]
    public void A_cause_that_is_too_long_for_an_event_is_cut()
    {
        var cause = new string('x', 1_023) + "😀 and more";

        var received = Registry.Read(
            Bodies.Envelope(EventNames.ExecutionStatusChanged, $$"""{"executionArn":"{{Arn}}","status":"FAILED","cause":"{{cause}}"}"""), "M1");

        Assert.Equal(new string('x', 1_023), Assert.IsType<ExecutionEnded>(received.Detail).Reason);
    }

    [Theory]
    [InlineData("""{"status":"FAILED"}""", "executionArn: is required")]
    [InlineData("""{"executionArn":"arn:x","status":3}""", "status: must be text")]
    [InlineData("""{"executionArn":"arn:x","status":"FAILED","input":"{\"detail\":{\"order_id\":\"a b\"}}"}""", "orderId: " + IdGrammar.Expected)]
    public void What_is_no_such_event_is_poison(string detail, string problem)
    {
        var poison = Assert.Throws<PoisonEventException>(() => Registry.Read(Bodies.Envelope(EventNames.ExecutionStatusChanged, detail), "M1"));

        Assert.EndsWith(problem, poison.Message, StringComparison.Ordinal);
    }
}
