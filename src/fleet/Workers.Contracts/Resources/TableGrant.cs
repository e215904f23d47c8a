namespace Workers.Contracts.Resources;

/// <summary>What a deployable does with a table.</summary>
/// <param name="Table">The unprefixed name.</param>
/// <param name="Actions">The IAM actions, without <c>dynamodb:</c>; a transaction needs those of its parts.</param>
public sealed record TableGrant(string Table, params IReadOnlyList<string> Actions);
