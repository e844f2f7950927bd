/** The host that the load asks for. */
export const BENCH_HOST = 'dynamodb.eu-west-1.amazonaws.com';
