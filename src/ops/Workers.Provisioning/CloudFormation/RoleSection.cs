using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Events;

namespace Workers.Provisioning.CloudFormation;

/// <summary>A role per deployable, which its pods take by EKS Pod Identity or, where an OIDC provider is given, by service account.</summary>
internal static class RoleSection
{
    private const string Version = "2012-10-17";
    private const string PutEvents = "PutEvents";

    /// <summary>What a worker does with its queue, without <c>sqs:</c>; batches need what their single calls do.</summary>
    private static readonly string[] QueueActions =
        ["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage"];

    /// <summary>What a worker does with its dead-letter queue.</summary>
    private static readonly string[] DeadLetterQueueActions = ["GetQueueUrl", "SendMessage"];

    public static string LogicalIdOf(Deployable deployable) => LogicalId.Of(deployable.Name, "Role");

    public static IEnumerable<KeyValuePair<string, JsonObject>> Resources() =>
        Topology.Deployables
            .Select(deployable => KeyValuePair.Create(
                LogicalIdOf(deployable), Role(deployable.Name, $"What the {deployable.Name} deployable may do.", Statements(deployable))))
            .Append(KeyValuePair.Create(
                LogicalId.Of(BooksJob.Name, "Role"), Role(BooksJob.Name, "What the job that checks the books may do.", BooksJob.Statements())))
            .Append(KeyValuePair.Create(
                LogicalId.Of(ConsoleRoles.Looks, "Role"), Role(ConsoleRoles.Looks, "What the console may do where it only looks.", ConsoleRoles.Looking())))
            .Append(KeyValuePair.Create(
                LogicalId.Of(ConsoleRoles.Acts, "Role"), Role(ConsoleRoles.Acts, "What the console may do where operators act.", ConsoleRoles.Acting())))
            .Append(KeyValuePair.Create(
                LogicalId.Of(Collector.Name, "Role"), Role(Collector.Name, "What the OpenTelemetry collector may do.", Collector.Statements())));

    private static JsonObject Role(string name, string description, IEnumerable<JsonObject> statements) => Resource.Of("AWS::IAM::Role", new()
    {
        ["RoleName"] = Fn.Name($"workers-{name}"),
        ["Description"] = description,
        ["AssumeRolePolicyDocument"] = Fn.If(Parameters.HasOidcProvider, Fn.Sub(ByServiceAccount(name)), ByPodIdentity(name)),
        ["Policies"] = new JsonArray(new JsonObject
        {
            ["PolicyName"] = name,
            ["PolicyDocument"] = new JsonObject { ["Version"] = Version, ["Statement"] = new JsonArray([.. statements]) },
        }),
        ["Tags"] = Parameters.Tags(),
    });

    private static IEnumerable<JsonObject> Statements(Deployable deployable)
    {
        var queues = deployable.Consumptions.Select(consumes => consumes.Queue).ToList();
        if (queues.Count > 0)
        {
            yield return Allow("Consume", "sqs", QueueActions, [.. queues.Select(queue => LogicalId.Of(queue.Name))]);
            yield return Allow(
                "DeadLetter", "sqs", DeadLetterQueueActions, [.. queues.Select(queue => LogicalId.Of(queue.Redrive!.DeadLetterQueue))]);
        }

        if (deployable.Consumptions.Where(consumes => consumes.IsTimer).ToList() is { Count: > 0 } timers)
        {
            yield return Allow("SendAgain", "sqs", ["SendMessage"], [.. timers.Select(timer => LogicalId.Of(timer.Queue.Name))]);
        }

        var puts = Topology.MayPut(deployable).ToList();
        if (puts.Count > 0)
        {
            yield return Publish(puts);
        }

        if (deployable.BusActions.Where(action => action != PutEvents).ToList() is { Count: > 0 } others)
        {
            yield return Allow("LookAtTheBus", "events", others, LogicalId.Bus);
        }

        if (deployable.ExecutionActions.Count > 0)
        {
            yield return Allow("Executions", deployable.ExecutionActions.Select(StatesAction), Fn.Sub(
                "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:"
                + $"${{{Parameters.Prefix}}}{Topology.OrderWorkflow.Name}:*"));
        }

        if (deployable.TaskActions.Count > 0)
        {
            yield return Allow("AnswerTasks", deployable.TaskActions.Select(StatesAction), "*");   // IAM knows no resource of a task
        }

        if (deployable.Topics.Count > 0)
        {
            yield return Allow("Tell", "sns", ["Publish"], [.. deployable.Topics.Select(topic => Fn.GetAtt(LogicalId.Topic(topic), "TopicArn"))]);
        }

        foreach (var access in deployable.Tables)
        {
            yield return Allow(LogicalId.Table(access.Table), "dynamodb", access.Actions, LogicalId.Table(access.Table));
        }
    }

    private static JsonObject Publish(List<EventName> names)
    {
        var statement = Allow("Publish", "events", [PutEvents], LogicalId.Bus);
        statement["Condition"] = EventKeys.Only(names);
        return statement;
    }

    private static string StatesAction(string action) => $"states:{action}";

    public static JsonObject Allow(string sid, string service, IEnumerable<string> actions, params IReadOnlyList<string> resources) =>
        Allow(sid, service, actions, [.. resources.Select(resource => Fn.GetAtt(resource))]);

    private static JsonObject Allow(string sid, string service, IEnumerable<string> actions, JsonObject[] arns) => Allow(
        sid,
        actions.Order(StringComparer.Ordinal).Select(action => $"{service}:{action}"),
        arns is [var only] ? only : new JsonArray([.. arns]));

    /// <param name="sid">The statement's name.</param>
    /// <param name="actions">What is allowed, each with its service.</param>
    /// <param name="resource">On what.</param>
    public static JsonObject Allow(string sid, IEnumerable<string> actions, JsonNode resource) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
        ["Resource"] = resource,
    };

    private static JsonObject ByPodIdentity(string name) => new()
    {
        ["Version"] = Version,
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = "pods.eks.amazonaws.com" },
            ["Action"] = new JsonArray("sts:AssumeRole", "sts:TagSession"),
            ["Condition"] = new JsonObject
            {
                ["StringEquals"] = new JsonObject
                {
                    ["aws:SourceAccount"] = Fn.Ref("AWS::AccountId"),
                    ["aws:RequestTag/kubernetes-namespace"] = Fn.Ref(Parameters.Namespace),
                    ["aws:RequestTag/kubernetes-service-account"] = name,
                },
                ["ArnLike"] = new JsonObject
                {
                    ["aws:SourceArn"] = Fn.Sub(
                        $"arn:${{AWS::Partition}}:eks:${{AWS::Region}}:${{AWS::AccountId}}:cluster/${{{Parameters.Cluster}}}"),
                },
            },
        }),
    };

    // As text: the names of these conditions contain the provider, and CloudFormation computes no names of members.
    private static string ByServiceAccount(string name)
    {
        const string Provider = $"${{{Parameters.OidcProvider}}}";
        return new JsonObject
        {
            ["Version"] = Version,
            ["Statement"] = new JsonArray(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject
                {
                    ["Federated"] = $"arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:oidc-provider/{Provider}",
                },
                ["Action"] = "sts:AssumeRoleWithWebIdentity",
                ["Condition"] = new JsonObject
                {
                    ["StringEquals"] = new JsonObject
                    {
                        [$"{Provider}:aud"] = "sts.amazonaws.com",
                        [$"{Provider}:sub"] = $"system:serviceaccount:${{{Parameters.Namespace}}}:{name}",
                    },
                },
            }),
        }.ToJsonString(TemplateYaml.EmbeddedJson);
    }
}
