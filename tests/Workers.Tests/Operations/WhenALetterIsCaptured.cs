using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Effects.Rehearsals;
using Workers.Operations.Captures;
using Workers.Operations.DeadLetters;
using Workers.Operations.Rehearsals;

namespace Workers.Tests.Operations;

/// <summary>What is captured here is a spec of this very assembly: that it compiles and runs is seen by its running.</summary>
public sealed class WhenALetterIsCaptured
{
    private const string Body =
        """{"id":"e-1","source":"ecommerce.orders","detail-type":"Order Placed","time":"2026-01-15T10:00:00Z","detail":{"orderId":"ORD-1","customerId":"C-1","amount":20,"items":[{"productId":"LAMP-1","quantity":2,"name":"A \"big\" lamp"}],"metadata":{"eventId":"placed-1","eventVersion":"1.0","correlationId":"placed-1"}}}""";

    [Fact]
    public void The_letter_and_what_its_handlers_read_become_a_spec_of_its_worker()
    {
        var worker = Topology.Deployables.Single(deployable => deployable.Name == "inventory");

        var spec = CapturedSpec.Of(Rehearsed(), worker, worker.Consumes!, "0.1.0+captured");

        Assert.Equal("WhenOrderPlacedPlaced1IsHandled", spec.ClassName);
        Approved.Matches(Approved.PathOf("tests", "Workers.Tests", "Inventory", "Captured", $"{spec.ClassName}.cs"), spec.Text);
    }

    [Theory]
    [MemberData(nameof(Workers))]
    public void Every_workers_letters_can_be(string name)
    {
        var worker = Topology.Deployables.Single(deployable => deployable.Name == name);

        Assert.Contains($"using {worker.Project};", CapturedSpec.Of(Rehearsed(), worker, worker.Consumes!, "0").Text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Workers => [.. Topology.Workers.Select(worker => worker.Name)];

    private static LetterRehearsal Rehearsed()
    {
        var product = new ItemKey(Topology.InventoryTable, "productId", "LAMP-1");
        var item = Item.Empty
            .With("productId", "LAMP-1").With("available", 5).With("reserved", 0).With("threshold", 1)
            .With("seen", new AttributeValue { M = new() { ["by"] = new() { L = [new("a\nb")] } } });
        var letter = new DeadLetter("m-1", "receipt", Body, FakeTime.Start, 1, new Dictionary<string, string> { ["Reason"] = "Failed at receive 5: a < b" });
        return new(letter, new(null,
        [
            new("Inventory.OrderPlacedHandler", RehearsalOutcome.Fails)
            {
                Read = new Dictionary<ItemKey, Item?> { [product] = item, [product with { PartitionValue = "none" }] = null },
            },
        ]));
    }
}
