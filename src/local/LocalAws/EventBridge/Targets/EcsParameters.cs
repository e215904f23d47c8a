using System.Text.Json.Serialization;
using LocalAws.EventBridge.Tags;

namespace LocalAws.EventBridge.Targets;

/// <summary>The task that an ECS cluster is to run for an event.</summary>
internal sealed record EcsParameters(string? TaskDefinitionArn)
{
    public int? TaskCount { get; init; }

    public string? LaunchType { get; init; }

    public NetworkConfiguration? NetworkConfiguration { get; init; }

    public string? PlatformVersion { get; init; }

    public string? Group { get; init; }

    public IReadOnlyList<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; init; }

    [JsonPropertyName("EnableECSManagedTags")]
    public bool? EnableEcsManagedTags { get; init; }

    public bool? EnableExecuteCommand { get; init; }

    public IReadOnlyList<PlacementConstraint>? PlacementConstraints { get; init; }

    public IReadOnlyList<PlacementStrategy>? PlacementStrategy { get; init; }

    public string? PropagateTags { get; init; }

    public string? ReferenceId { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>Adds the limits of the model.</summary>
    public void Constrain(Constraints constraints, string member)
    {
        constraints
            .Require($"{member}.taskDefinitionArn", TaskDefinitionArn)
            .Length($"{member}.taskDefinitionArn", TaskDefinitionArn, 1, 1600)
            .Range($"{member}.taskCount", TaskCount, 1)
            .OneOf($"{member}.launchType", LaunchType, "EC2", "FARGATE", "EXTERNAL")
            .AtMost($"{member}.capacityProviderStrategy", CapacityProviderStrategy, 6)
            .Each($"{member}.capacityProviderStrategy", CapacityProviderStrategy, CapacityProviderStrategyItem.Constrain)
            .AtMost($"{member}.placementConstraints", PlacementConstraints, 10)
            .Each($"{member}.placementConstraints", PlacementConstraints, PlacementConstraint.Constrain)
            .AtMost($"{member}.placementStrategy", PlacementStrategy, 5)
            .Each($"{member}.placementStrategy", PlacementStrategy, Targets.PlacementStrategy.Constrain)
            .OneOf($"{member}.propagateTags", PropagateTags, "TASK_DEFINITION")
            .Length($"{member}.referenceId", ReferenceId, 0, 1024)
            .Tags($"{member}.tags", Tags);
        if (NetworkConfiguration?.AwsvpcConfiguration is { } network)
        {
            constraints
                .Require($"{member}.networkConfiguration.awsvpcConfiguration.subnets", network.Subnets)
                .OneOf(
                    $"{member}.networkConfiguration.awsvpcConfiguration.assignPublicIp", network.AssignPublicIp, "ENABLED", "DISABLED");
        }
    }
}

/// <summary>Where the task's network interface is.</summary>
internal sealed record NetworkConfiguration(
    [property: JsonPropertyName("awsvpcConfiguration")] AwsVpcConfiguration? AwsvpcConfiguration);

/// <summary>The subnets and security groups of a task.</summary>
internal sealed record AwsVpcConfiguration(
    IReadOnlyList<string>? Subnets, IReadOnlyList<string>? SecurityGroups, string? AssignPublicIp);

/// <summary>How much of the tasks a capacity provider runs.</summary>
internal sealed record CapacityProviderStrategyItem(
    [property: JsonPropertyName("capacityProvider")] string? CapacityProvider,
    [property: JsonPropertyName("weight")] int? Weight,
    [property: JsonPropertyName("base")] int? Base)
{
    public static void Constrain(Constraints constraints, string member, CapacityProviderStrategyItem item) => constraints
        .Require($"{member}.capacityProvider", item.CapacityProvider)
        .Length($"{member}.capacityProvider", item.CapacityProvider, 1, 255)
        .Range($"{member}.weight", item.Weight, 0, 1000)
        .Range($"{member}.base", item.Base, 0, 100_000);
}

/// <summary>A rule about where a task may run.</summary>
internal sealed record PlacementConstraint(
    [property: JsonPropertyName("type")] string? Type, [property: JsonPropertyName("expression")] string? Expression)
{
    public static void Constrain(Constraints constraints, string member, PlacementConstraint constraint) => constraints
        .OneOf($"{member}.type", constraint.Type, "distinctInstance", "memberOf")
        .Length($"{member}.expression", constraint.Expression, 0, 2000);
}

/// <summary>How tasks are spread over instances.</summary>
internal sealed record PlacementStrategy(
    [property: JsonPropertyName("type")] string? Type, [property: JsonPropertyName("field")] string? Field)
{
    public static void Constrain(Constraints constraints, string member, PlacementStrategy strategy) => constraints
        .OneOf($"{member}.type", strategy.Type, "random", "spread", "binpack")
        .Length($"{member}.field", strategy.Field, 0, 255);
}
