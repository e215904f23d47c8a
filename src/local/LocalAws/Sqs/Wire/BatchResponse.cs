namespace LocalAws.Sqs.Wire;

/// <summary>What became of each entry; a list that would be empty is left out, as on AWS.</summary>
internal sealed record BatchResponse<TResult>(IReadOnlyList<TResult>? Successful, IReadOnlyList<BatchError>? Failed);
