using System.Text.Json.Nodes;
using Workers.Console.Declared;
using Workers.Provisioning.StateMachines;

namespace Workers.Tests.Console;

public sealed class WhenTheWorkflowIsPictured
{
    private static readonly string[] TakeTime = ["Task", "Wait"];
    private static readonly string[] Ends = ["Succeed", "Fail"];

    [Fact]
    public void It_has_every_state_that_takes_time_or_ends_an_execution()
    {
        var machine = JsonNode.Parse(OrderWorkflow.Export())!.AsObject();
        var branches = machine["States"]!["PrepareOrder"]!["Branches"]!.AsArray();

        var wanted = Of(machine, [.. TakeTime, .. Ends]).Concat(branches.SelectMany(branch => Of(branch!.AsObject(), TakeTime)));

        Assert.Equal(wanted.Order(StringComparer.Ordinal), WorkflowLayout.States.Select(state => state.Name).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Of(JsonObject machine, string[] types) =>
        machine["States"]!.AsObject().Where(state => types.Contains((string?)state.Value!["Type"])).Select(state => state.Key);
}
