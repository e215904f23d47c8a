using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workers.Contracts;
using Workers.Provisioning.CloudFormation;
using Workers.Provisioning.StateMachines;

namespace Workers.Tests.Provisioning.StateMachines;

public sealed class WhenTheStateMachineIsInTheTemplate
{
    private readonly JsonObject _resources = Template.Build()["Resources"]!.AsObject();

    [Fact]
    public void Its_definition_is_the_exported_one_under_the_names_of_the_stack()
    {
        var machine = Properties("EventDrivenWorkflow");
        var substitutions = machine["DefinitionSubstitutions"]!.AsObject();

        var definition = (string)machine["DefinitionString"]!;
        foreach (var (name, value) in substitutions)
        {
            definition = definition.Replace($"${{{name}}}", ((string)value!["Fn::Sub"]!)["${Prefix}".Length..], StringComparison.Ordinal);
        }

        Assert.Equal(OrderWorkflow.Export(), definition);
        Assert.Equal(
            substitutions.Select(substitution => substitution.Key).Order(),
            Regex.Matches((string)machine["DefinitionString"]!, @"\$\{(\w+)\}").Select(match => match.Groups[1].Value).Distinct().Order());
    }

    [Fact]
    public void It_is_traced_and_logs_no_orders()
    {
        var machine = Properties("EventDrivenWorkflow");

        Assert.Equal("STANDARD", (string?)machine["StateMachineType"]);
        Assert.True((bool)machine["TracingConfiguration"]!["Enabled"]!);
        Assert.False((bool)machine["LoggingConfiguration"]!["IncludeExecutionData"]!);
    }

    [Fact]
    public void It_may_put_what_it_asks_and_touch_the_tables_that_it_reads_and_claims_in()
    {
        var statements = Statements("EventDrivenWorkflowRole");

        var put = Assert.Single(statements, statement => Actions(statement).Contains("events:PutEvents"));
        Assert.Equal(
            Topology.OrderWorkflow.Puts.Select(name => name.DetailType).Order(StringComparer.Ordinal),
            put["Condition"]!["ForAllValues:StringEquals"]![EventKeys.DetailType]!.AsArray().Select(type => (string)type!));
        Assert.Equal(
            ["dynamodb:GetItem OrdersTable.Arn", "dynamodb:PutItem OrderWorkflowsTable.Arn"],
            statements.Where(statement => Actions(statement)[0].StartsWith("dynamodb:", StringComparison.Ordinal))
                .Select(statement => $"{Assert.Single(Actions(statement))} {statement["Resource"]!["Fn::GetAtt"]}")
                .Order(StringComparer.Ordinal));
        Assert.All(
            statements.Where(statement => statement["Resource"]!.ToString() == "*").SelectMany(Actions),
            action => Assert.Matches("^(logs|xray):", action));
    }

    [Fact]
    public void Nobody_else_may_put_its_requests()
    {
        var policy = Properties("BusEventDrivenWorkflowEvents")["Statement"]!;

        Assert.Equal("Deny", (string?)policy["Effect"]);
        Assert.Equal("EventDrivenWorkflowRole.Arn", (string?)policy["Condition"]!["ArnNotEquals"]!["aws:PrincipalArn"]!["Fn::GetAtt"]);
        Assert.Equal(
            Topology.WorkflowRequests.Select(name => name.DetailType).Order(StringComparer.Ordinal),
            policy["Condition"]!["ForAnyValue:StringEquals"]![EventKeys.DetailType]!.AsArray().Select(type => (string)type!));
    }

    [Fact]
    public void Eventbridge_starts_it_by_a_role_that_may_do_nothing_else()
    {
        var target = Assert.Single(Properties("WorkflowEventsRule")["Targets"]!.AsArray())!;
        var statement = Assert.Single(Statements("EventDrivenWorkflowStarterRole"));

        Assert.Equal("EventDrivenWorkflow", (string?)target["Arn"]!["Ref"]);
        Assert.Equal("EventDrivenWorkflowStarterRole.Arn", (string?)target["RoleArn"]!["Fn::GetAtt"]);
        Assert.Equal("states:StartExecution", Assert.Single(Actions(statement)));
        Assert.Equal("EventDrivenWorkflow", (string?)statement["Resource"]!["Ref"]);
    }

    [Fact]
    public void The_worker_hears_on_the_default_bus_how_its_executions_end_and_no_others()
    {
        var rule = Properties("WorkflowStatusRule");

        Assert.Equal("default", (string?)rule["EventBusName"]);
        Assert.Equal("EventDrivenWorkflow", (string?)Assert.Single(rule["EventPattern"]!["detail"]!["stateMachineArn"]!.AsArray())!["Ref"]);
    }

    [Fact]
    public void The_worker_may_answer_and_stop_and_nobody_else_may()
    {
        var granted = from deployable in Topology.Deployables
                      from statement in Statements(RoleSection.LogicalIdOf(deployable))
                      from action in Actions(statement)
                      where action.StartsWith("states:", StringComparison.Ordinal)
                      select $"{deployable.Name} {action}";

        Assert.Equal(
            [
                "workflow states:DescribeExecution", "workflow states:SendTaskFailure", "workflow states:SendTaskSuccess",
                "workflow states:StopExecution",
            ],
            granted.Order());
    }

    private JsonObject Properties(string resource) => _resources[resource]!["Properties"]!.AsObject();

    private List<JsonNode> Statements(string role) =>
        [.. Properties(role)["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().Select(statement => statement!)];

    private static string[] Actions(JsonNode statement) => [.. statement["Action"]!.AsArray().Select(action => (string)action!)];
}
