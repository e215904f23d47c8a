namespace Workers.Provisioning.CloudFormation;

/// <summary>A program of the fleet and what it may do: no more than it does.</summary>
/// <param name="Name">The deployable, for example <c>inventory</c>.</param>
/// <param name="Queue">The unprefixed name of the queue that it consumes; null for one that consumes none.</param>
/// <param name="BusActions">What it does with the bus, without <c>events:</c>.</param>
/// <param name="Tables">What it does with which table, without <c>dynamodb:</c>.</param>
internal sealed record Deployable(string Name, string? Queue, IReadOnlyList<string> BusActions, IReadOnlyList<TableGrant> Tables);
