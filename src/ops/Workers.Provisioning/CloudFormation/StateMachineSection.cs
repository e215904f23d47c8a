using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Provisioning.StateMachines;

namespace Workers.Provisioning.CloudFormation;

/// <summary>The state machine, what its executions log, the role they act in, and the role by which EventBridge starts them.</summary>
internal static class StateMachineSection
{
    private const int LogDays = 30;

    private static readonly StateMachineDefinition Machine = Topology.OrderWorkflow;

    /// <summary>What delivers logs and traces; neither service knows single resources for these.</summary>
    private static readonly string[] LogDelivery =
    [
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ];

    private static readonly string[] Tracing =
        ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    /// <summary>The state machine in the template; its reference is its ARN.</summary>
    public static string MachineId => LogicalId.Of(Machine.Name);

    /// <summary>The role of its executions.</summary>
    public static string RoleId => LogicalId.Of(Machine.Name, "Role");

    /// <summary>The role by which EventBridge starts executions.</summary>
    public static string StarterRoleId => LogicalId.Of(Machine.Name, "StarterRole");

    private static string LogGroupId => LogicalId.Of(Machine.Name, "Logs");

    public static IEnumerable<KeyValuePair<string, JsonObject>> Resources() =>
    [
        new(MachineId, StateMachine()),
        new(LogGroupId, Resource.Of("AWS::Logs::LogGroup", new()
        {
            ["LogGroupName"] = Fn.Sub($"/aws/vendedlogs/states/${{{Parameters.Prefix}}}{Machine.Name}"),
            ["RetentionInDays"] = LogDays,
            ["Tags"] = Parameters.Tags(),
        })),
        new(RoleId, Role(Machine.Role, "What executions of the order workflow may do.", "states.amazonaws.com", Statements())),
        new(StarterRoleId, Role(Machine.StarterRole, "Lets EventBridge start executions of the order workflow.", "events.amazonaws.com", [
            RoleSection.Allow("Start", ["states:StartExecution"], Fn.Ref(MachineId)),
        ])),
    ];

    private static JsonObject StateMachine()
    {
        var names = new[] { Topology.Bus, Topology.OrdersTable, Topology.OrderWorkflowsTable };
        return Resource.Of("AWS::StepFunctions::StateMachine", new()
        {
            ["StateMachineName"] = Fn.Name(Machine.Name),
            ["StateMachineType"] = "STANDARD",
            ["RoleArn"] = Fn.GetAtt(RoleId),
            ["DefinitionString"] = new OrderWorkflow(name => $"${{{LogicalId.Of(name)}}}", "aws").ToText(),
            ["DefinitionSubstitutions"] = new JsonObject(
                names.Select(name => KeyValuePair.Create(LogicalId.Of(name), (JsonNode?)Fn.Name(name)))),
            ["LoggingConfiguration"] = new JsonObject
            {
                // Inputs and outputs are whole orders.
                ["IncludeExecutionData"] = false,
                ["Level"] = "ERROR",
                ["Destinations"] = new JsonArray(new JsonObject
                {
                    ["CloudWatchLogsLogGroup"] = new JsonObject { ["LogGroupArn"] = Fn.GetAtt(LogGroupId) },
                }),
            },
            ["TracingConfiguration"] = new JsonObject { ["Enabled"] = true },
            ["Tags"] = Parameters.Tags(),
        });
    }

    private static IEnumerable<JsonObject> Statements()
    {
        var put = RoleSection.Allow("Ask", ["events:PutEvents"], Fn.GetAtt(LogicalId.Bus));
        put["Condition"] = EventKeys.Only(Machine.Puts);
        return
        [
            put,
            .. Machine.Tables.Select(grant => RoleSection.Allow(
                LogicalId.Table(grant.Table),
                grant.Actions.Select(action => $"dynamodb:{action}"),
                Fn.GetAtt(LogicalId.Table(grant.Table)))),
            RoleSection.Allow("Log", LogDelivery, "*"),
            RoleSection.Allow("Trace", Tracing, "*"),
        ];
    }

    private static JsonObject Role(string name, string description, string service, IEnumerable<JsonObject> statements) =>
        Resource.Of("AWS::IAM::Role", new()
        {
            ["RoleName"] = Fn.Name(name),
            ["Description"] = description,
            ["AssumeRolePolicyDocument"] = new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonArray(new JsonObject
                {
                    ["Effect"] = "Allow",
                    ["Principal"] = new JsonObject { ["Service"] = service },
                    ["Action"] = "sts:AssumeRole",
                    ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = Fn.Ref("AWS::AccountId") } },
                }),
            },
            ["Policies"] = new JsonArray(new JsonObject
            {
                ["PolicyName"] = Machine.Name,
                ["PolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) },
            }),
            ["Tags"] = Parameters.Tags(),
        });
}
